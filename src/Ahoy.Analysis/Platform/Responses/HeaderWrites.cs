using Ahoy.Analysis.Engine;
using Ahoy.Analysis.Platform.Compiled;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Platform.Responses;

/// <summary>
/// The headers that a file sets on responses, by names that are known: <c>appendHeader</c>, <c>setHeaders</c>, and the options of
/// <c>new Twilio.Response</c>.
/// </summary>
internal sealed class HeaderWrites
{
    private const int MaxDepth = 8;

    private readonly SourceFile _file;
    private readonly ResponseValues _responses;
    private readonly Dictionary<Node, HeaderWrite> _writes = [];

    private HeaderWrites(SourceFile file)
    {
        _file = file;
        _responses = ResponseValues.Of(file);
    }

    /// <summary>The headers, in the order of the source. An object that is used twice has its headers here once.</summary>
    public IReadOnlyList<HeaderWrite> All { get; private set; } = [];

    public static HeaderWrites Of(SourceFile file) => file.Get(static source =>
    {
        var writes = new HeaderWrites(source);
        writes.Collect();
        return writes;
    });

    private void Collect()
    {
        if (_file.Mentions("Header"))
        {
            foreach (var call in _file.Nodes.Calls)
            {
                ReadCall(call);
            }
        }

        if (_file.Mentions("Response"))
        {
            foreach (var created in _file.Nodes.News)
            {
                ReadOptions(created);
            }
        }

        All = [.. _writes.Values.OrderBy(write => write.Place.Start)];
    }

    private void ReadCall(CallExpression call)
    {
        if (call.Callee is not MemberExpression callee || _file.Constants.NameOf(callee) is not (ResponseMembers.AppendHeader or ResponseMembers.SetHeaders) || !_responses.IsResponse(callee.Object))
        {
            return;
        }

        var first = call.Arguments.ArgumentAt(0);
        if (_file.Constants.NameOf(callee) == ResponseMembers.SetHeaders)
        {
            ReadObject(first, MaxDepth);
        }
        else if (first is not null)
        {
            Add(_file.Constants.TextOf(first), first, call.Arguments.ArgumentAt(1));
        }
    }

    private void ReadOptions(NewExpression created)
    {
        if (_responses.IsCreation(created) && _file.Constants.Follow(created.Arguments.ArgumentAt(0)) is ObjectExpression options)
        {
            foreach (var option in options.Properties.OfType<Property>())
            {
                if (_file.Constants.NameOf(option) == ResponseMembers.Headers)
                {
                    ReadObject(option.Value, MaxDepth);
                }
            }
        }
    }

    private void ReadObject(Node? value, int depth)
    {
        if (depth > 0 && LoweredSpread.PartsOf(value) is { } parts)
        {
            foreach (var part in parts)
            {
                ReadObject(part, depth - 1);
            }
        }

        if (_file.Constants.Follow(value) is ObjectExpression headers)
        {
            foreach (var member in headers.Properties)
            {
                if (member is Property property)
                {
                    Add(_file.Constants.NameOf(property), property.Key, property.Value);
                }
                else if (member is SpreadElement spread && depth > 0)
                {
                    ReadObject(spread.Argument, depth - 1);
                }
            }
        }
    }

    private void Add(string? name, Node place, Node? value)
    {
        if (name is not null)
        {
            _writes[place] = new HeaderWrite(name, place, value);
        }
    }
}
