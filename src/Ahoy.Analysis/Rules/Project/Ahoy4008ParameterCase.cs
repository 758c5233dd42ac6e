using Ahoy.Analysis.Engine;
using Ahoy.Analysis.Platform;
using Ahoy.Analysis.Platform.Tracking;
using Ahoy.Analysis.TwiML.Reading;

namespace Ahoy.Analysis.Rules.Project;

/// <summary>A webhook's parameter is read by a name in the wrong case.</summary>
internal sealed class Ahoy4008ParameterCase : FileRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "AHOY4008",
        RuleCategory.Project,
        Severity.Warning,
        "A webhook's parameter is read by a name in the wrong case",
        "Twilio sends no '{0}' but '{1}', and the case of letters counts: here it is undefined. Read '{1}'.");

    public override bool EndpointsOnly => true;

    public override void Check(FileContext file, FindingSink findings)
    {
        var reads = PropertyReads.Find(file.Source, ParameterValues.Event(file.Source));
        if (reads.All.Count == 0 || !AnswersTwilio(file, reads))
        {
            return;
        }

        foreach (var read in reads.All)
        {
            if (WebhookParameters.RightNameOf(read.Name) is { } right
                && !reads.IsWritten(read.Name)
                && !TriesRightNameToo(file, read, right, reads)
                && !IsSentByTheProject(file, read.Name))
            {
                findings.Report(ResourceKeys.Finding(Descriptor, read, right, right));
            }
        }
    }

    private static bool AnswersTwilio(FileContext file, PropertyReads reads) =>
        reads.All.Any(read => WebhookParameters.Contains(read.Name)) || !TwiMLFacts.Of(file.Source).IsEmpty;

    private static bool TriesRightNameToo(FileContext file, PropertyRead read, string right, PropertyReads reads)
    {
        var whole = WholeExpression.Of(file.Source, read.Reader);
        return reads.All.Any(other => other.Name == right && other.Place.IsIn(whole));
    }

    /// <summary>Whether an address in one of the project's files carries a parameter of this name: <c>/next?digits=4</c>.</summary>
    private static bool IsSentByTheProject(FileContext file, string name) =>
        Carries(file.Source.Text, name)
        || file.Project.Resources.Any(resource => resource.File != file.Resource.File && RuleEngine.Analyzes(resource) && file.Others.Find(resource) is { } other && Carries(other.Text, name));

    private static bool Carries(string text, string name)
    {
        for (var index = text.IndexOf(name + "=", StringComparison.Ordinal); index > 0; index = text.IndexOf(name + "=", index + 1, StringComparison.Ordinal))
        {
            // After '&amp;' as XML has it, too.
            if (text[index - 1] is '?' or '&' or ';')
            {
                return true;
            }
        }

        return false;
    }
}
