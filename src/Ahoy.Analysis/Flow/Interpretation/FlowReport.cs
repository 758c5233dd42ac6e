using Ahoy.Analysis.Engine;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Flow.Interpretation;

/// <summary>What the analysis of the handlers of a file has found.</summary>
internal sealed class FlowReport
{
    private readonly List<FlowFinding> _findings = [];
    private readonly HashSet<(FlowFindingKind Kind, TextRange Span)> _places = [];
    private readonly HashSet<Node> _completing = [];
    private readonly Dictionary<Node, Node> _cutOff = [];
    private readonly HashSet<Node> _followedChains = [];
    private readonly HashSet<Node> _droppedChains = [];

    /// <summary>Whether a handler could not be followed to its ends.</summary>
    public bool IsGivenUp { get; set; }

    /// <summary>The findings, each place once for each kind.</summary>
    public IReadOnlyList<FlowFinding> Findings => _findings;

    public void Add(FlowFindingKind kind, TextRange span, params RelatedSpan[] related)
    {
        if (_places.Add((kind, span)))
        {
            _findings.Add(new FlowFinding(kind, span, [.. related]));
        }
    }

    /// <summary>Takes over what was found about one handler.</summary>
    public void Add(FlowReport other)
    {
        _findings.AddRange(other._findings.Where(finding => _places.Add((finding.Kind, finding.Span))));
        _completing.UnionWith(other._completing);
        _followedChains.UnionWith(other._followedChains);
        _droppedChains.UnionWith(other._droppedChains);
        foreach (var cutOff in other._cutOff)
        {
            AddCutOff(cutOff.Key, cutOff.Value);
        }
    }

    /// <summary>A promise, or a call that returns one, turned out to answer the request on some way.</summary>
    public void AddCompleting(Node node) => _completing.Add(node);

    /// <summary>Whether a promise answers the request, so that nobody needs to wait for it.</summary>
    public bool IsCompleting(Node node) => _completing.Contains(node);

    /// <summary>A promise was still pending, and nobody waited for it, when the callback was called.</summary>
    public void AddCutOff(Node promise, Node callback)
    {
        if (!_cutOff.ContainsKey(promise))
        {
            _cutOff.Add(promise, callback);
        }
    }

    /// <summary>The callback call that may cut a promise's work off.</summary>
    public Node? CallThatCutsOff(Node promise) => _cutOff.TryGetValue(promise, out var call) ? call : null;

    /// <summary>A chain was met on a path.</summary>
    public void AddFollowedChain(Node chain) => _followedChains.Add(chain);

    /// <summary>Whether a chain was met on a path of a handler, so that the analysis knows what becomes of it.</summary>
    public bool IsFollowedChain(Node chain) => _followedChains.Contains(chain);

    /// <summary>A chain that answers nothing was still pending at the end of a path which something else answers.</summary>
    public void AddDroppedChain(Node chain) => _droppedChains.Add(chain);

    /// <summary>Whether a chain was still pending at the end of a path which something else answers.</summary>
    public bool IsDroppedChain(Node chain) => _droppedChains.Contains(chain);
}
