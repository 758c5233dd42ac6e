using Ahoy.Analysis.Engine;
using Ahoy.Analysis.Platform;
using Ahoy.Analysis.Platform.Responses;
using Ahoy.Analysis.Platform.Tracking;

namespace Ahoy.Analysis.Rules.Headers;

/// <summary>The callback gets an object of the form that other platforms take for a response.</summary>
internal sealed class Ahoy3007ForeignResponse : FileRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "AHOY3007",
        RuleCategory.Headers,
        Severity.Warning,
        "A response has the form of another platform's",
        "Here this is no response but its body: it goes out as JSON, '{0}' included, with status 200. Make a Twilio.Response, and set its status, headers and body.");

    public override void Check(FileContext file, FindingSink findings)
    {
        if (!file.Source.MentionsIgnoringCase("status"))
        {
            return;
        }

        var callback = ParameterValues.Callback(file.Source);
        var reported = new HashSet<JavaScript.Syntax.Node>();
        foreach (var call in file.Source.Nodes.Calls.Where(call => call.Arguments.Count > 1 && callback.Is(call.Callee)))
        {
            foreach (var literal in ForeignResponses.Of(file.Source, call.Arguments.ArgumentAt(1)))
            {
                if (reported.Add(literal))
                {
                    findings.Report(literal, ForeignResponses.StatusOf(file.Source, literal));
                }
            }
        }
    }
}
