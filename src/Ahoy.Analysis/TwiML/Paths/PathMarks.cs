using Ahoy.Analysis.Engine;
using Ahoy.Analysis.Flow.Origins;
using Ahoy.Analysis.TwiML.Reading;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.TwiML.Paths;

/// <summary>The nodes in which something happens to a response: everything else need not be run.</summary>
internal sealed class PathMarks
{
    /// <summary>Calls of helpers that call helpers: nobody nests them deeper.</summary>
    private const int MostRounds = 8;

    private readonly SourceFile _file;
    private readonly HashSet<Node> _marked = [];

    public PathMarks(SourceFile file, TwiMLFacts facts)
    {
        _file = file;
        foreach (var element in facts.Built)
        {
            Mark(element.Call!);
        }

        foreach (var (callee, _) in facts.UnknownMethods)
        {
            Mark(callee);
        }

        foreach (var created in file.Nodes.News.Where(created => facts.Types(created) is not null))
        {
            Mark(created);
        }

        foreach (var text in facts.Texts)
        {
            Mark(text.Expression!);
        }

        foreach (var call in file.Nodes.Calls.Where(call => call.Arguments.Any(argument => facts.Types(argument) is { Tag: TwiMLSchema.Root })))
        {
            Mark(call);
        }

        MarkCalls();
    }

    public bool Contains(Node node) => _marked.Contains(node);

    /// <summary>Calls of functions that do something to a response do it, too.</summary>
    private void MarkCalls()
    {
        var origins = OriginFinder.Of(_file);
        for (var round = 0; round < MostRounds; round++)
        {
            var before = _marked.Count;
            foreach (var call in _file.Nodes.Calls)
            {
                if (!_marked.Contains(call) && origins.FunctionOf(call.Callee) is Node function && _marked.Contains(function))
                {
                    Mark(call);
                }
            }

            if (_marked.Count == before)
            {
                return;
            }
        }
    }

    private void Mark(Node? node)
    {
        while (node is not null && _marked.Add(node))
        {
            node = _file.Nodes.ParentOf(node);
        }
    }
}
