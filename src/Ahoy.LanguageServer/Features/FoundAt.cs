using System.Text.Json.Nodes;
using Ahoy.Analysis.Engine;
using Ahoy.LanguageServer.Documents;
using Ahoy.LanguageServer.Projects;
using Ahoy.LanguageServer.Protocol;

namespace Ahoy.LanguageServer.Features;

/// <summary>What is found at a path at one moment, before it is told. Two of them that are equal are told in the same words.</summary>
internal sealed class FoundAt
{
    private readonly string _path;
    private readonly Document? _document;
    private readonly FileContext? _file;
    private readonly IReadOnlyList<Finding> _findings;
    private readonly List<FailedRun> _runs;
    private readonly List<BuildFinding> _ofBuild;

    private FoundAt(string path, Document? document, FileContext? file, IReadOnlyList<Finding> findings, List<FailedRun> runs, List<BuildFinding> ofBuild) =>
        (_path, _document, _file, _findings, _runs, _ofBuild) = (path, document, file, findings, runs, ofBuild);

    /// <summary>Looks at a path.</summary>
    /// <param name="server">What all features share.</param>
    /// <param name="project">The project that the path belongs to.</param>
    /// <param name="path">The path, absolute.</param>
    /// <param name="ofBuild">What the checks of the Build report of the project.</param>
    /// <param name="cancellation">Gives it up.</param>
    public static FoundAt Find(ServerContext server, EditorProject project, string path, IReadOnlyList<BuildFinding> ofBuild, CancellationToken cancellation)
    {
        var document = server.Documents.Find(path);
        var file = project.AnalyzedOf(path) is { } resource && document is not { IsLookedAt: false } ? server.Projects.ContextOf(project, resource, cancellation) : null;
        return new FoundAt(
            path,
            document,
            file,
            file is null ? [] : server.Projects.Find(project, file, path),
            [.. server.Runs?.At(path) ?? []],
            [.. ofBuild.Where(finding => FilePaths.Comparer.Equals(finding.Path, path))]);
    }

    /// <summary>Whether the same would be told of the same text: then there is nothing to tell.</summary>
    public bool IsToldBy(FoundAt? other) =>
        other is not null
        && ReferenceEquals(_document, other._document)
        && AreSame(_findings, other._findings)
        && _runs.SequenceEqual(other._runs)
        && _ofBuild.SequenceEqual(other._ofBuild);

    // Mostly the same list; another one where something of the project has changed that makes no difference here.
    private static bool AreSame(IReadOnlyList<Finding> left, IReadOnlyList<Finding> right) =>
        ReferenceEquals(left, right)
        || (left.Count == right.Count && left.Zip(right).All(static pair =>
            ReferenceEquals(pair.First.Rule, pair.Second.Rule)
            && (pair.First.Start, pair.First.End, pair.First.Severity, pair.First.Message) == (pair.Second.Start, pair.Second.End, pair.Second.Severity, pair.Second.Message)
            && pair.First.Related.SequenceEqual(pair.Second.Related)));

    /// <summary>In the protocol's words.</summary>
    public JsonArray ToJson(ServerContext server)
    {
        var items = new JsonArray();
        if (_file is not null)
        {
            foreach (var (_, diagnostic) in DiagnosticBuilder.Of(server, _file, _path, _findings))
            {
                items.AddNode(diagnostic);
            }
        }

        foreach (var run in _runs)
        {
            items.AddNode(DiagnosticBuilder.Of(server, run));
        }

        foreach (var finding in _ofBuild)
        {
            items.AddNode(DiagnosticBuilder.Of(finding));
        }

        return items;
    }
}
