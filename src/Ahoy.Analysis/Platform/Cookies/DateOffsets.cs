using Ahoy.Analysis.Engine;
using Ahoy.JavaScript.Scopes;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Platform.Cookies;

/// <summary>Finds how far in the future a date lies that is made of the present time and a constant.</summary>
internal sealed class DateOffsets
{
    private const double Second = 1000;
    private const double Minute = 60 * Second;
    private const double Hour = 60 * Minute;
    private const double Day = 24 * Hour;
    private const int MaxDepth = 16;

    // How much a date moves for each unit that a setter adds; for months and years the least that it can be.
    private static readonly Dictionary<string, double> s_units = new(StringComparer.Ordinal)
    {
        ["Time"] = 1,
        ["Milliseconds"] = 1,
        ["Seconds"] = Second,
        ["Minutes"] = Minute,
        ["Hours"] = Hour,
        ["Date"] = Day,
        ["Month"] = 28 * Day,
        ["FullYear"] = 365 * Day,
    };

    private static readonly HashSet<string> s_formats = new(StringComparer.Ordinal) { "toUTCString", "toGMTString", "toString", "toISOString" };

    private readonly SourceFile _file;

    public DateOffsets(SourceFile file) => _file = file;

    /// <summary>The milliseconds from now to the date that an expression is, or is the text of; null where they are not known.</summary>
    public double? Of(Node? expression) => DateOf(expression, MaxDepth);

    private double? DateOf(Node? expression, int depth)
    {
        if (depth == 0)
        {
            return null;
        }

        switch (expression.Unchained())
        {
            case CallExpression { Callee: MemberExpression callee } when s_formats.Contains(_file.Constants.NameOf(callee) ?? ""):
                return DateOf(callee.Object, depth - 1);
            case NewExpression created when _file.Scopes.IsFree(created.Callee, "Date"):
                return created.Arguments.Count switch
                {
                    0 => 0,
                    1 => TimeOf(created.Arguments[0], depth - 1) ?? DateOf(created.Arguments[0], depth - 1),
                    _ => null,
                };
            case Identifier name when _file.Scopes.BindingOf(name) is { ConstantValue: { } value } variable:
                return DateOf(value, depth - 1) + Moved(variable);
            default:
                return null;
        }
    }

    /// <summary>The same for an expression that is a number of milliseconds since 1970.</summary>
    private double? TimeOf(Node? expression, int depth)
    {
        if (depth == 0)
        {
            return null;
        }

        switch (expression.Unchained())
        {
            case CallExpression { Callee: MemberExpression callee } call when call.Arguments.Count == 0:
                return _file.Constants.NameOf(callee) switch
                {
                    "now" when _file.Scopes.IsFree(callee.Object, "Date") => 0,
                    "getTime" or "valueOf" => DateOf(callee.Object, depth - 1),
                    _ => null,
                };
            case UnaryExpression { Operator: "+" } number:
                return DateOf(number.Argument, depth - 1);
            case BinaryExpression { Operator: "+" } sum:
                return (TimeOf(sum.Left, depth - 1) + _file.Constants.NumberOf(sum.Right))
                    ?? (_file.Constants.NumberOf(sum.Left) + TimeOf(sum.Right, depth - 1));
            case BinaryExpression { Operator: "-" } difference:
                return TimeOf(difference.Left, depth - 1) - _file.Constants.NumberOf(difference.Right);
            case Identifier name when _file.Scopes.BindingOf(name)?.ConstantValue is { } value:
                return TimeOf(value, depth - 1);
            default:
                return null;
        }
    }

    /// <summary>
    /// How far setters move the date in a variable: <c>d.setDate(d.getDate() + 7)</c>. Zero where there are none, null where it
    /// is not known.
    /// </summary>
    private double? Moved(Binding variable)
    {
        double? moved = 0;
        foreach (var reference in variable.References)
        {
            if (_file.Nodes.ParentOf(reference.Identifier) is MemberExpression member
                && ReferenceEquals(member.Object, reference.Identifier)
                && _file.Constants.NameOf(member) is { } method
                && method.StartsWith("set", StringComparison.Ordinal))
            {
                moved += Addition(member, method.Substring("set".Length));
            }
        }

        return moved;
    }

    private double? Addition(MemberExpression setter, string field)
    {
        var unit = field.StartsWith("UTC", StringComparison.Ordinal) ? field.Substring("UTC".Length) : field;
        if (_file.Nodes.ParentOf(setter) is not CallExpression { Arguments.Count: 1 } call || !s_units.TryGetValue(unit, out var length))
        {
            return null;
        }

        if (call.Arguments[0] is not BinaryExpression { Operator: "+" } sum)
        {
            return null;
        }

        return (IsGetter(sum.Left, unit) ? _file.Constants.NumberOf(sum.Right)
            : IsGetter(sum.Right, unit) ? _file.Constants.NumberOf(sum.Left)
            : null) * length;
    }

    /// <summary>Whether an expression is the present value of a field: <c>d.getDate()</c>, for the time <c>Date.now()</c> too.</summary>
    private bool IsGetter(Node expression, string unit) =>
        expression is CallExpression { Callee: MemberExpression callee, Arguments.Count: 0 }
        && _file.Constants.NameOf(callee) is { } name
        && (name == "get" + unit || name == "getUTC" + unit || (unit == "Time" && name == "now"));
}
