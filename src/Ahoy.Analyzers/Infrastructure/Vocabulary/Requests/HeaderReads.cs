using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analyzers.Infrastructure.Vocabulary.Requests;

/// <summary>The headers that a file reads from the request, by names that are known, in the order of the source.</summary>
internal sealed class HeaderReads
{
    private readonly SourceFile _file;
    private readonly RequestValues _values;
    private readonly List<HeaderRead> _reads = [];

    private HeaderReads(SourceFile file)
    {
        _file = file;
        _values = new RequestValues(file);
    }

    /// <summary>The reads.</summary>
    public IReadOnlyList<HeaderRead> All => _reads;

    public static HeaderReads Of(SourceFile file) => file.Get(static source =>
    {
        var reads = new HeaderReads(source);
        if (source.Mentions("headers"))
        {
            reads.Collect();
        }

        return reads;
    });

    private void Collect()
    {
        foreach (var member in _file.Nodes.Members)
        {
            if (_values.Of(member.Object) == RequestValue.Headers && !IsWrittenOrCalled(member))
            {
                Add(_file.Constants.NameOf(member), member.Property, member);
            }
        }

        foreach (var test in _file.Nodes.Binaries)
        {
            if (test.Operator == "in" && _values.Of(test.Right) == RequestValue.Headers)
            {
                Add(_file.Constants.TextOf(test.Left), test.Left, test);
            }
        }

        CollectPatterns();
        _reads.Sort((one, other) => one.Place.Start.CompareTo(other.Place.Start));
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

    private void TakeApart(ObjectPattern pattern, RequestValue value)
    {
        if (value == RequestValue.None)
        {
            return;
        }

        foreach (var property in pattern.Properties.OfType<Property>())
        {
            var name = _file.Constants.NameOf(property);
            if (value == RequestValue.Headers)
            {
                Add(name, property.Key, pattern);
            }
            else if (property.Value.WithoutDefault() is ObjectPattern inner)
            {
                TakeApart(inner, RequestValues.Member(value, name));
            }
        }
    }

    private bool IsWrittenOrCalled(MemberExpression member)
    {
        var parent = _file.Nodes.ParentOf(member);
        var node = parent is ChainExpression ? parent : member;
        return (parent is ChainExpression ? _file.Nodes.ParentOf(parent) : parent) switch
        {
            AssignmentExpression assignment => ReferenceEquals(assignment.Left, node),
            UpdateExpression => true,
            UnaryExpression { Operator: "delete" } => true,
            CallExpression call => ReferenceEquals(call.Callee, node),
            _ => false,
        };
    }

    private void Add(string? name, Node place, Node reader)
    {
        if (name is not null)
        {
            _reads.Add(new HeaderRead(name, place, reader));
        }
    }
}
