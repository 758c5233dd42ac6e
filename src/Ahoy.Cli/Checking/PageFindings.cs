using Ahoy.Analysis.Engine;
using Ahoy.Cli.Proofs;
using Ahoy.Host.Page;
using Ahoy.Model;

namespace Ahoy.Cli.Checking;

/// <summary>What <c>ahoy check</c> says of a project, for the page.</summary>
/// <param name="prover">Makes runs.</param>
internal sealed class PageFindings(IFindingProver prover) : IPageFindings
{
    /// <inheritdoc/>
    public Task<IReadOnlyList<FindingItem>> FindAsync(string folder, bool proves, CancellationToken cancellation) =>
        Task.Run(() => FindAllAsync(folder, proves, cancellation), cancellation);

    private async Task<IReadOnlyList<FindingItem>> FindAllAsync(string folder, bool proves, CancellationToken cancellation)
    {
        var request = new CheckRequest([folder], new GivenSettings(), TextReport.Format) { Proving = new ProvingOptions { Proves = proves } };
        var result = new ProjectChecker(fix: false).Check(request.Folders, request.Given, cancellation);
        result = proves ? await prover.ProveAsync(result, request, cancellation).ConfigureAwait(false) : result;
        return
        [
            .. result.Files.SelectMany(file => file.Findings, (file, finding) => Of(folder, file, finding)),
            .. result.BuildProblems.Select(found => Item(folder, found.Problem.Id, found.Problem.Severity, found.Problem.Message, found.Path, found.Line, 1)),
        ];
    }

    private static FindingItem Of(string folder, CheckedFile file, Finding finding)
    {
        var place = file.PlaceOf(finding.Start, finding.End);
        var item = Item(folder, finding.Rule.Id, finding.Severity, finding.Message, place.Path, place.Line, place.Column);
        return file.Proofs.TryGetValue(finding, out var proof) ? item with { Proof = proof.ToString(), Target = proof.Run?.Target } : item;
    }

    private static FindingItem Item(string folder, string id, Severity severity, string message, string path, int line, int column)
    {
        var full = Path.GetFullPath(path);
        return new FindingItem(id, severity.ToString().ToLowerInvariant(), message, Path.GetRelativePath(folder, full).Replace('\\', '/'), full, line, column);
    }
}
