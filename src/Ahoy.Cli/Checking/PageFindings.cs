using Ahoy.Analysis.Engine;
using Ahoy.Host.Page;
using Ahoy.Model;

namespace Ahoy.Cli.Checking;

/// <summary>What <c>ahoy check</c> says of a project, for the page.</summary>
internal sealed class PageFindings : IPageFindings
{
    /// <inheritdoc/>
    public Task<IReadOnlyList<FindingItem>> FindAsync(string folder, CancellationToken cancellation) => Task.Run(() => Find(folder, cancellation), cancellation);

    private static IReadOnlyList<FindingItem> Find(string folder, CancellationToken cancellation)
    {
        var result = new ProjectChecker(fix: false).Check([folder], new GivenSettings(), cancellation);
        return
        [
            .. result.Files.SelectMany(file => file.Findings, (file, finding) => Of(folder, file.PlaceOf(finding.Start, finding.End), finding)),
            .. result.BuildProblems.Select(found => Item(folder, found.Problem.Id, found.Problem.Severity, found.Problem.Message, found.Path, found.Line, 1)),
        ];
    }

    private static FindingItem Of(string folder, FilePlace place, Finding finding) =>
        Item(folder, finding.Rule.Id, finding.Severity, finding.Message, place.Path, place.Line, place.Column);

    private static FindingItem Item(string folder, string id, Severity severity, string message, string path, int line, int column)
    {
        var full = Path.GetFullPath(path);
        return new FindingItem(id, severity.ToString().ToLowerInvariant(), message, Path.GetRelativePath(folder, full).Replace('\\', '/'), full, line, column);
    }
}
