using Ahoy.Analysis.Engine;
using Ahoy.JavaScript;

namespace Ahoy.Analysis.Rules.Language;

/// <summary>The file is not valid JavaScript.</summary>
internal sealed class Ahoy0001InvalidSyntax : FileRule
{
    /// <summary>Beyond this many, errors tend to be echoes of the first ones.</summary>
    private const int MostReports = 10;

    public override RuleDescriptor Descriptor { get; } = new(
        "AHOY0001",
        RuleCategory.Language,
        Severity.Error,
        "The file is not valid JavaScript",
        "{0} The runtime can't load this file: every request would fail with status 500.");

    public override bool ReadsMinified => true;

    public override void Check(FileContext file, FindingSink findings)
    {
        // What AHOY0003 reports is not reported here too.
        var errors = file.Source.Errors.Where(error => error.Code != SyntaxErrorCode.AwaitOutsideAsync);
        foreach (var error in errors.Take(MostReports))
        {
            findings.Report(error.Start, error.End, error.Message);
        }
    }
}
