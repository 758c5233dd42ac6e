using Ahoy.Cli.Checking;
using Ahoy.Cli.Output;
using Ahoy.Cli.Proofs;
using Ahoy.LanguageServer.Projects;
using Ahoy.Model;

namespace Ahoy.Cli.Editing;

/// <summary>What <c>ahoy check --prove</c> says of one file, for the language server.</summary>
/// <param name="prover">Makes the runs.</param>
internal sealed class ShownRuns(IFindingProver prover) : IShownRuns
{
    /// <inheritdoc/>
    public Task<IReadOnlyList<ShownRun>> ShowAsync(string folder, string file, CancellationToken cancellation) => Task.Run(() => RunAsync(folder, file, cancellation), cancellation);

    private async Task<IReadOnlyList<ShownRun>> RunAsync(string folder, string file, CancellationToken cancellation)
    {
        var request = new CheckRequest([folder], new GivenSettings(), TextReport.Format) { Proving = new ProvingOptions { Proves = true } };
        var result = new ProjectChecker(fix: false).Check(request.Folders, request.Given, cancellation);
        // Of a compiled file the editor shows the source.
        bool IsIt(CheckedFile one, int start, int end) => Path.GetFullPath(one.PlaceOf(start, end).Path) == file;
        result = result with { Files = [.. result.Files.Where(one => one.Findings.Any(finding => IsIt(one, finding.Start, finding.End)))] };
        try
        {
            result = await prover.ProveAsync(result, request, cancellation).ConfigureAwait(false);
        }
        catch (UserErrorException e)
        {
            return [new ShownRun("", 0, 0, e.Message)];
        }

        return
        [
            .. from one in result.Files
               from finding in one.Findings.Concat(one.Withdrawn)
               where one.Proofs.ContainsKey(finding)
               let place = one.PlaceOf(finding.Start, finding.End)
               select new ShownRun(finding.Rule.Id, place.Line, place.Column, one.Proofs[finding].ToString()),
        ];
    }
}
