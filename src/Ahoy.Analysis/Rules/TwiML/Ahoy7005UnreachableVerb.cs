using Ahoy.Analysis.Engine;
using Ahoy.Analysis.TwiML.Paths;
using Ahoy.Analysis.TwiML.Reading;

namespace Ahoy.Analysis.Rules.TwiML;

/// <summary>A verb stands behind one that ends the response.</summary>
internal sealed class Ahoy7005UnreachableVerb : FileRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "AHOY7005",
        RuleCategory.TwiML,
        Severity.Warning,
        "A verb is never reached",
        "Twilio never comes to this {0}: the {1} before it {2}. Put it before that, or take it out.");

    public override bool ReadsMarkup => true;

    public override void Check(FileContext file, FindingSink findings)
    {
        var text = file.Source;
        if (!text.MentionsIgnoringCase("redirect") && !text.MentionsIgnoringCase("hangup") && !text.MentionsIgnoringCase("reject"))
        {
            return;
        }

        var reached = new HashSet<TwiMLElement>();
        var behind = new List<(TwiMLElement End, List<TwiMLElement> Elements)>();
        foreach (var response in TwiMLPaths.Of(text).All.SelectMany(path => path.Responses))
        {
            var elements = response.Select(step => step.Element).OfType<TwiMLElement>().ToList();
            var end = elements.FindIndex(Ends);
            reached.UnionWith(end < 0 ? elements : elements.Take(end + 1));
            if (end >= 0)
            {
                behind.Add((elements[end], elements.GetRange(end + 1, elements.Count - end - 1)));
            }
        }

        var reported = new HashSet<TwiMLElement>();
        foreach (var (end, elements) in behind)
        {
            if (elements.Find(element => !reached.Contains(element)) is { } first && reported.Add(first))
            {
                findings.Report(first.Start, first.End, first.Tag, end.Tag, end.Tag == "Redirect" ? "leaves the document" : "ends the call");
            }
        }
    }

    private static bool Ends(TwiMLElement element) => element.Tag is "Redirect" or "Hangup" or "Reject";
}
