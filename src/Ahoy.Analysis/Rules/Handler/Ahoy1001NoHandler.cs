using Ahoy.Analysis.Engine;
using Ahoy.Analysis.Platform;

namespace Ahoy.Analysis.Rules.Handler;

/// <summary>A Function that the platform calls has nothing to call.</summary>
internal sealed class Ahoy1001NoHandler : FileRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "AHOY1001",
        RuleCategory.Handler,
        Severity.Error,
        "The Function exports no handler",
        "This Function exports no 'handler': every request to it would fail with status 500. Assign the function that answers requests to 'exports.handler', or, if other Functions only load this file, make it private ('.private.js').");

    public override bool EndpointsOnly => true;

    public override bool ReadsMinified => true;

    public override void Check(FileContext file, FindingSink findings)
    {
        var handlers = file.Source.Handlers;
        if (handlers.Known.Count > 0 || handlers.MayExportAnother || file.Source.Errors.Count > 0)
        {
            return;
        }

        var end = file.Text.IndexOfAny(['\r', '\n']);
        findings.Report(new Finding(Descriptor, 0, end < 0 ? file.Text.Length : end) { WholeFile = true });
    }
}
