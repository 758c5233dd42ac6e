using Ahoy.Analysis.Engine;
using Ahoy.Analysis.Platform.Tracking;

namespace Ahoy.Analysis.Rules.Headers;

/// <summary>A request header is read by a name that it never has.</summary>
internal sealed class Ahoy3002CapitalHeaderName : FileRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "AHOY3002",
        RuleCategory.Headers,
        Severity.Warning,
        "A request header is read by a name with capital letters",
        "The names of request headers arrive in lower case, so that '{0}' is always undefined. Read '{1}' instead.");

    public override void Check(FileContext file, FindingSink findings)
    {
        var reads = HeaderReads.Of(file.Source);
        foreach (var read in reads.All)
        {
            if (HasCapital(read.Name)
                && !RestrictedHeaders.Contains(read.Name)
                && !reads.IsWritten(read.Name)
                && !TriesLowerCaseToo(file, read, reads))
            {
                findings.Report(read.Place, read.Name, read.Name.ToLowerInvariant());
            }
        }
    }

    private static bool HasCapital(string name) => name.Any(c => c is >= 'A' and <= 'Z');

    private static bool TriesLowerCaseToo(FileContext file, PropertyRead read, HeaderReads reads)
    {
        var whole = WholeExpression.Of(file.Source, read.Reader);
        var lower = read.Name.ToLowerInvariant();
        return reads.All.Any(other => other.Name == lower && other.Place.Start >= whole.Start && other.Place.End <= whole.End);
    }
}
