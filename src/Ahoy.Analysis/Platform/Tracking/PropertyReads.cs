using Ahoy.Analysis.Engine;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Platform.Tracking;

/// <summary>The properties that a file reads from a tracked object, by names that are known, in the order of the source.</summary>
internal sealed class PropertyReads
{
    private readonly SourceFile _file;
    private readonly TrackedValues _values;
    private readonly List<PropertyRead> _reads = [];
    private readonly HashSet<string> _written = new(StringComparer.Ordinal);
    private bool _testsComputedNames;

    private PropertyReads(SourceFile file, TrackedValues values)
    {
        _file = file;
        _values = values;
    }

    /// <summary>The reads; calls of a property as a method are none, nor is <c>delete</c>.</summary>
    public IReadOnlyList<PropertyRead> All => _reads;

    /// <summary>Whether the file itself puts a property of this name there.</summary>
    public bool IsWritten(string name) => _written.Contains(name);

    /// <summary>Whether the code is anywhere prepared for a property of this name not to be there.</summary>
    public bool IsTested(string name) => _reads.Exists(read => read.IsTested && read.Name == name);

    /// <summary>
    /// Whether the code asks for a property of this name by way of a list or a call: <c>['A', 'B'].filter((name) => !context[name])</c>,
    /// <c>checkVariables(context, ['A', 'B'])</c>.
    /// </summary>
    public bool IsAskedFor(string name) => _file.Nodes.Strings.Any(text => text.Value == name && (_testsComputedNames || IsGivenWithOwner(text)));

    /// <summary>Finds the reads.</summary>
    public static PropertyReads Find(SourceFile file, TrackedValues values)
    {
        var reads = new PropertyReads(file, values);
        reads.CollectMembers();
        reads.CollectPatterns();
        reads._reads.Sort((one, other) => one.Place.Start.CompareTo(other.Place.Start));
        return reads;
    }

    private bool IsOwner(Node? expression) => _values.Is(expression);

    private void CollectMembers()
    {
        foreach (var member in _file.Nodes.Members)
        {
            if (!IsOwner(member.Object))
            {
                continue;
            }

            if (_file.Constants.NameOf(member) is { } name)
            {
                AddMember(member, name);
            }
            else
            {
                _testsComputedNames |= Presence.IsTested(_file, member);
            }
        }

        foreach (var test in _file.Nodes.Binaries)
        {
            if (test.Operator != "in" || !IsOwner(test.Right))
            {
                continue;
            }

            if (_file.Constants.TextOf(test.Left) is { } name)
            {
                _reads.Add(new PropertyRead(name, test.Left, test, isTested: true));
            }
            else
            {
                _testsComputedNames = true;
            }
        }
    }

    /// <summary>Whether a call gets both the name and the object, or is a method of the object: <c>context.hasOwnProperty('A')</c>.</summary>
    private bool IsGivenWithOwner(StringLiteral name)
    {
        var parent = _file.Nodes.ParentOf(name);
        parent = parent is ArrayExpression ? _file.Nodes.ParentOf(parent) : parent;
        return parent is CallExpression call
            && (call.Arguments.Any(IsOwner) || (call.Callee is MemberExpression method && IsOwner(method.Object)));
    }

    private void AddMember(MemberExpression member, string name)
    {
        var parent = _file.Nodes.ParentOf(member);
        var node = parent as ChainExpression as Node ?? member;
        parent = parent is ChainExpression ? _file.Nodes.ParentOf(parent) : parent;
        switch (parent)
        {
            case AssignmentExpression assignment when ReferenceEquals(assignment.Left, node):
                _written.Add(name);
                break;
            case UpdateExpression or UnaryExpression { Operator: "delete" }:
                break;
            case CallExpression call when ReferenceEquals(call.Callee, node):
                break;
            default:
                _reads.Add(new PropertyRead(name, member.Property, member, Presence.IsTested(_file, member)));
                break;
        }
    }

    private void CollectPatterns()
    {
        foreach (var declarator in _file.Nodes.Declarators)
        {
            if (declarator.Id is ObjectPattern pattern)
            {
                TakeApart(pattern, _values.Of(declarator.Init));
            }
        }

        foreach (var assignment in _file.Nodes.Assignments)
        {
            if (assignment.Left is ObjectPattern pattern)
            {
                TakeApart(pattern, _values.Of(assignment.Right));
            }
        }

        foreach (var function in _file.Nodes.Functions)
        {
            for (var i = 0; i < function.Params.Count; i++)
            {
                if (function.Params[i].WithoutDefault() is ObjectPattern pattern)
                {
                    TakeApart(pattern, _values.OfParameter(function, i));
                }
            }
        }
    }

    private void TakeApart(ObjectPattern pattern, int value)
    {
        if (value == TrackedValues.None)
        {
            return;
        }

        foreach (var property in pattern.Properties.OfType<Property>())
        {
            var name = _file.Constants.NameOf(property);
            if (value == _values.End && name is not null)
            {
                _reads.Add(new PropertyRead(name, property.Key, pattern, property.Value is AssignmentPattern));
            }
            else if (property.Value.WithoutDefault() is ObjectPattern inner)
            {
                TakeApart(inner, _values.Member(value, name));
            }
        }
    }
}
