using Ahoy.Analysis.Engine;
using Ahoy.Analysis.Platform.Tracking;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Platform.Secrets;

/// <summary>Finds the secrets that are in a value as it is printed: itself, or in what it holds.</summary>
/// <remarks>It takes notes while it answers: make one for each check.</remarks>
internal sealed class PrintedSecrets
{
    private const int MaxDepth = 32;

    /// <summary>What says that a name with such a word means something else: <c>nextPageToken</c>, <c>hasPassword</c>.</summary>
    private static readonly HashSet<string> s_harmless = new(StringComparer.Ordinal)
    {
        "page", "next", "continuation", "cancel", "cancellation", "cursor", "sync", "public", "has", "is", "needs", "use", "uses", "with", "no", "missing", "requires",
        "valid", "invalid", "forgot", "reset", "change", "show", "device", "push",
    };

    private static readonly HashSet<string> s_keeping = new(StringComparer.Ordinal) { "toString", "trim", "concat", "toLowerCase", "toUpperCase", "valueOf", "join" };

    private readonly SourceFile _file;
    private readonly ParameterValues _context;
    private readonly Dictionary<Node, string?> _known = [];

    public PrintedSecrets(SourceFile file)
    {
        _file = file;
        _context = ParameterValues.Context(file);
    }

    /// <summary>What secret is in a value, as a message tells it; null where there is none.</summary>
    public string? In(Node? value) => In(value, MaxDepth);

    private string? In(Node? value, int depth)
    {
        var node = value.Unchained();
        if (node is null || depth == 0)
        {
            return null;
        }

        if (!_known.TryGetValue(node, out var known))
        {
            // What holds itself ends here.
            _known[node] = null;
            _known[node] = known = Find(node, depth);
        }

        return known;
    }

    private string? Find(Node node, int depth)
    {
        if (_context.Is(node))
        {
            return "all of context, with the Auth Token and every variable in it";
        }

        return node switch
        {
            Identifier name => IsSecret(name.Name) && HoldsText(name) ? $"'{name.Name}'" : InConstant(name, depth),
            MemberExpression member => _file.Constants.NameOf(member) is { } name && IsSecret(name) ? $"'{name}'" : null,
            TemplateLiteral template => First(template.Expressions, depth),
            BinaryExpression { Operator: "+" } sum => In(sum.Left, depth - 1) ?? In(sum.Right, depth - 1),
            LogicalExpression { Operator: "&&" } both => In(both.Right, depth - 1),
            LogicalExpression either => In(either.Left, depth - 1) ?? In(either.Right, depth - 1),
            ConditionalExpression choice => In(choice.Consequent, depth - 1) ?? In(choice.Alternate, depth - 1),
            AwaitExpression awaited => In(awaited.Argument, depth - 1),
            SpreadElement spread => In(spread.Argument, depth - 1),
            ArrayExpression list => First(list.Elements.OfType<Node>(), depth),
            ObjectExpression literal => First(literal.Properties.Select(member => member is Property property ? property.Value : member), depth),
            CallExpression call => InCall(call, depth - 1),
            _ => null,
        };
    }

    private string? First(IEnumerable<Node> nodes, int depth) => nodes.Select(node => In(node, depth - 1)).FirstOrDefault(what => what is not null);

    /// <summary>An object or text that a variable holds: <c>const details = { token }</c>.</summary>
    private string? InConstant(Identifier name, int depth) =>
        _file.Scopes.BindingOf(name)?.ConstantValue is { } value and (ObjectExpression or TemplateLiteral or BinaryExpression or ArrayExpression or CallExpression or MemberExpression or ChainExpression)
            && !(value is CallExpression { Callee: Identifier })
            ? In(value, depth - 1)
            : null;

    /// <summary>Calls that give what they get, or all that is in it. What another one makes of it is not known.</summary>
    private string? InCall(CallExpression call, int depth)
    {
        if (call.Callee.Unchained() is MemberExpression callee)
        {
            var owner = (callee.Object as Identifier)?.Name;
            return (owner, _file.Constants.NameOf(callee)) switch
            {
                ("JSON", "stringify") or ("util", "inspect" or "format") or ("Object", "assign" or "entries" or "values" or "fromEntries") => First(call.Arguments, depth),
                (_, { } method) when s_keeping.Contains(method) => In(callee.Object, depth),
                _ => null,
            };
        }

        return call.Callee is Identifier { Name: "String" or "inspect" } ? First(call.Arguments, depth) : null;
    }

    private static bool IsSecret(string name) => SecretName.IsSecret(name) && !SecretName.WordsOf(name).Exists(s_harmless.Contains);

    /// <summary>Whether a variable holds what its name says, and not what was found out about it: <c>const token = !!context.TOKEN</c>.</summary>
    private bool HoldsText(Identifier name)
    {
        if (_file.Scopes.BindingOf(name) is not { } variable)
        {
            return true;
        }

        return variable.Kind is not (JavaScript.Scopes.BindingKind.Function or JavaScript.Scopes.BindingKind.Class or JavaScript.Scopes.BindingKind.Import)
            && variable.ConstantValue switch
            {
                null => true,
                IFunction or UnaryExpression or BooleanLiteral or NumericLiteral or NullLiteral or RegExpLiteral or BinaryExpression { Operator: not "+" } => false,
                ConditionalExpression { Consequent: Literal, Alternate: Literal } => false,
                CallExpression { Callee: Identifier { Name: "Boolean" or "require" or "mask" or "redact" or "hash" } } => false,
                MemberExpression member => _file.Constants.NameOf(member) != "length",
                _ => true,
            };
    }
}
