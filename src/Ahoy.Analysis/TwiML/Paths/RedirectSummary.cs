using Ahoy.Analysis.Engine;
using Ahoy.Analysis.TwiML.Addresses;
using Ahoy.Analysis.TwiML.Reading;

namespace Ahoy.Analysis.TwiML.Paths;

/// <summary>Where a file redirects to, if it does so on all its paths before anything waits.</summary>
internal sealed class RedirectSummary
{
    /// <summary>What neither waits for the caller nor is heard by one; after a redirect in a message nothing waits at all.</summary>
    private static readonly HashSet<string> s_atOnce = new(StringComparer.Ordinal) { "Message", "Sms", "Start", "Stop", "Redirect" };

    private RedirectSummary(IReadOnlyList<AddressUse> redirects) => Redirects = redirects;

    /// <summary>The redirects, one for each that some path ends in; none where a path does something else.</summary>
    public IReadOnlyList<AddressUse> Redirects { get; }

    public static RedirectSummary Of(SourceFile file) => file.Get(static source => new RedirectSummary(Find(source)));

    private static IReadOnlyList<AddressUse> Find(SourceFile file)
    {
        if (!file.MentionsIgnoringCase("redirect"))
        {
            return [];
        }

        var redirects = new List<AddressUse>();
        foreach (var path in TwiMLPaths.Of(file).All)
        {
            if (path.Responses.Count != 1 || RedirectOf(path.Responses[0]) is not { } redirect || UseOf(file, redirect) is not { } use)
            {
                return [];
            }

            if (!redirects.Exists(known => ReferenceEquals(known.Element, use.Element)))
            {
                redirects.Add(use);
            }
        }

        redirects.Sort((one, other) => one.Value.Start.CompareTo(other.Value.Start));
        return redirects;
    }

    private static TwiMLElement? RedirectOf(IReadOnlyList<TwiMLStep> steps)
    {
        foreach (var step in steps)
        {
            if (step.Element is null || !s_atOnce.Contains(step.Element.Tag))
            {
                return null;
            }

            if (step.Element.Tag == "Redirect")
            {
                return step.Element;
            }
        }

        return null;
    }

    /// <summary>The address of a redirect; one without text leads to where it stands.</summary>
    private static AddressUse? UseOf(SourceFile file, TwiMLElement redirect)
    {
        if (redirect.Text is null && redirect.Call is not { Arguments.Count: > 0 })
        {
            var here = TwiMLValue.Of(string.Empty, redirect.Start, redirect.End, static _ => null);
            return new AddressUse("Redirect", here, AddressUses.Read(file, here)!, redirect, Attribute: null, HasBase: true);
        }

        return AddressUses.Of(file).All.FirstOrDefault(use => ReferenceEquals(use.Element, redirect) && use.Attribute is null);
    }
}
