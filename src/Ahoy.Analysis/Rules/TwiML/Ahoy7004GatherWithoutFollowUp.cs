using Ahoy.Analysis.Engine;
using Ahoy.Analysis.TwiML.Paths;
using Ahoy.Analysis.TwiML.Reading;

namespace Ahoy.Analysis.Rules.TwiML;

/// <summary>Nothing is said to a caller who says nothing.</summary>
internal sealed class Ahoy7004GatherWithoutFollowUp : FileRule
{
    private const string OnEmpty = "actionOnEmptyResult";

    public override RuleDescriptor Descriptor { get; } = new(
        "AHOY7004",
        RuleCategory.TwiML,
        Severity.Info,
        "Nothing follows a Gather",
        "Nothing follows this Gather: a caller who presses and says nothing is hung up on. Add a verb for that (a Redirect that asks again, a Say), or actionOnEmptyResult.");

    public override bool ReadsMarkup => true;

    public override void Check(FileContext file, FindingSink findings)
    {
        if (!file.Source.MentionsIgnoringCase("gather"))
        {
            return;
        }

        // The same Gather counts once for each way that leads to it.
        var followed = new Dictionary<(TwiMLElement Gather, long Instance), bool>();
        foreach (var response in TwiMLPaths.Of(file.Source).All.SelectMany(path => path.Responses))
        {
            for (var i = 0; i < response.Count; i++)
            {
                if (response[i].Element is { Tag: "Gather" } gather)
                {
                    var key = (gather, response[i].Instance);
                    followed[key] = (followed.TryGetValue(key, out var known) && known) || i + 1 < response.Count;
                }
            }
        }

        foreach (var gather in followed.Where(pair => !pair.Value).Select(pair => pair.Key.Gather).Distinct())
        {
            if (!gather.HasUnknownAttributes && gather.Attribute(OnEmpty) is null or { Value.Constant: "false" })
            {
                findings.Report(gather.Start, gather.End);
            }
        }
    }
}
