using Ahoy.Analysis.Engine;
using Ahoy.Analysis.TwiML.Addresses;
using Ahoy.Analysis.TwiML.Paths;
using Ahoy.Analysis.TwiML.Reading;

namespace Ahoy.Analysis.TwiML.Graph;

/// <summary>The flow of a project's calls and conversations: what there is to come to, and what leads from one to the other.</summary>
internal sealed class FlowGraph
{
    /// <summary>What Twilio asks the document itself again for, where no action says otherwise. Pages: Gather, Record.</summary>
    private static readonly string[] s_asksAgain = ["Gather", "Record"];

    private readonly ProjectSummary _project;
    private readonly SortedDictionary<string, FlowNode> _nodes = new(StringComparer.Ordinal);
    private readonly List<FlowEdge> _edges = [];

    private FlowGraph(ProjectSummary project) => _project = project;

    /// <summary>What there is to come to, by path.</summary>
    public IReadOnlyCollection<FlowNode> Nodes => _nodes.Values;

    /// <summary>The ways, by where they go out from and in the order of the source.</summary>
    public IReadOnlyList<FlowEdge> Edges => _edges;

    /// <summary>Draws a project.</summary>
    /// <param name="project">What the project has.</param>
    /// <param name="sources">Its files.</param>
    public static FlowGraph Of(ProjectSummary project, ProjectSources sources)
    {
        var graph = new FlowGraph(project);
        foreach (var resource in project.Resources.Where(RuleEngine.Analyzes).OrderBy(resource => resource.Path, StringComparer.Ordinal))
        {
            if (sources.Find(resource) is { } source)
            {
                graph.Read(source, resource);
            }
        }

        return graph;
    }

    private void Read(SourceFile source, ProjectResource resource)
    {
        var facts = TwiMLFacts.Of(source);
        var uses = AddressUses.Of(source).All;
        var edges = new List<(int Place, FlowEdge Edge)>();
        var conditions = source.IsMarkup ? null : new FlowConditions(source);
        foreach (var use in uses)
        {
            if (AddressTarget.PathOf(use, resource) is { } path && !IsMedia(use))
            {
                edges.Add((use.Value.Start, new FlowEdge(resource.Path, path, ViaOf(use), WhenOf(source, use, conditions))));
            }
        }

        foreach (var element in facts.All.Where(element => s_asksAgain.Contains(element.Tag) && !element.HasUnknownAttributes && element.Attribute("action") is null))
        {
            if (AddressTarget.DocumentOf(resource) is { } itself)
            {
                edges.Add((element.Start, new FlowEdge(itself, itself, element.Tag, Join(Around(element, conditions), InputOf(element)))));
            }
        }

        var verbs = facts.All.Where(element => element.ParentTag == TwiMLSchema.Root).OrderBy(element => element.Start).Select(element => element.Tag).Distinct().ToList();
        if (verbs.Count > 0 || edges.Count > 0)
        {
            _nodes[resource.Path] = new FlowNode(resource.Path, resource, verbs);
        }

        foreach (var (_, edge) in edges.OrderBy(edge => edge.Place))
        {
            if (!_edges.Contains(edge))
            {
                _edges.Add(edge);
            }

            if (!_nodes.ContainsKey(edge.To))
            {
                _nodes[edge.To] = new FlowNode(edge.To, AddressTarget.Find(_project, edge.To), []);
            }
        }
    }

    /// <summary>Sounds and pictures belong to where they are heard and seen.</summary>
    private static bool IsMedia(AddressUse use) => use is { Element.Tag: "Play" or "Media", Attribute: null } or { Attribute: "mediaUrl" };

    private static string ViaOf(AddressUse use) => use switch
    {
        { Element: { } element, Attribute: null or "action" } => element.Tag,
        { Element: { } element } => $"{element.Tag} {use.Attribute}",
        _ => $"{use.What.Substring(use.What.LastIndexOf(' ') + 1)} {use.Attribute}",
    };

    private static string WhenOf(SourceFile source, AddressUse use, FlowConditions? conditions)
    {
        if (use.Element is not { } element)
        {
            return string.Empty;
        }

        var happens = use.Attribute switch
        {
            "action" => InputOf(element),
            null when element.Tag == "Redirect" && FollowsGather(source, element) => "no input",
            { } callback when callback.EndsWith("allback", StringComparison.Ordinal) => element.Attribute(callback + "Event")?.Value.Constant?.Replace(" ", ", ") ?? string.Empty,
            _ => string.Empty,
        };
        return Join(Around(element, conditions), happens);
    }

    private static IEnumerable<string> Around(TwiMLElement element, FlowConditions? conditions) =>
        element.Call is { } call && conditions is not null ? conditions.Around(call) : [];

    private static string Join(IEnumerable<string> conditions, string last) =>
        string.Join(", ", last.Length == 0 ? conditions : conditions.Append(last));

    /// <summary>What a verb waits for: <c>1 digit</c>, <c>dtmf or speech</c>.</summary>
    private static string InputOf(TwiMLElement element)
    {
        if (element.Tag != "Gather")
        {
            return string.Empty;
        }

        var input = element.Attribute("input")?.Value.Constant?.Replace(" ", " or ");
        var digits = element.Attribute("numDigits")?.Value.Constant;
        return digits is null || input is not (null or "dtmf") ? input ?? string.Empty : digits == "1" ? "1 digit" : $"{digits} digits";
    }

    /// <summary>Whether a redirect is what comes of a Gather to which nobody answers, on every path that has it.</summary>
    private static bool FollowsGather(SourceFile source, TwiMLElement redirect)
    {
        var responses = TwiMLPaths.Of(source).All.SelectMany(path => path.Responses)
            .Where(response => response.Any(step => ReferenceEquals(step.Element, redirect)))
            .ToList();
        return responses.Count > 0 && responses.TrueForAll(response =>
            response.TakeWhile(step => !ReferenceEquals(step.Element, redirect)).Any(step => step.Element?.Tag == "Gather"));
    }
}
