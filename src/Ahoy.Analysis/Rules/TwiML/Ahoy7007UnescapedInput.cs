using Ahoy.Analysis.Engine;
using Ahoy.Analysis.Platform.Tracking;
using Ahoy.Analysis.TwiML.Reading;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Rules.TwiML;

/// <summary>Input of the request stands unescaped in TwiML.</summary>
internal sealed class Ahoy7007UnescapedInput : FileRule
{
    /// <summary>What Twilio itself says in a signed request, and nobody outside can choose freely.</summary>
    private static readonly HashSet<string> s_twilios = new(StringComparer.Ordinal) { "From", "To", "Caller", "Called", "Digits", "CallStatus", "Direction", "NumMedia" };

    public override RuleDescriptor Descriptor { get; } = new(
        "AHOY7007",
        RuleCategory.TwiML,
        Severity.Warning,
        "Input stands unescaped in TwiML",
        "'{0}' comes from the request and stands unescaped in TwiML: with '<' in it, whoever sends it decides what Twilio does. Use the builder ({1}), which escapes it, or replace '&' and '<'.");

    public override void Check(FileContext file, FindingSink findings)
    {
        var facts = TwiMLFacts.Of(file.Source);
        if (facts.Texts.Count == 0)
        {
            return;
        }

        var input = new RequestInput(file.Source);
        var guards = new InputGuards(file.Source);
        var unsafeHoles = new Dictionary<Node, InputSource>();
        foreach (var hole in facts.Texts.SelectMany(text => text.Holes))
        {
            if (input.Of(hole) is { } source && !IsTwilios(file, source.Name) && !guards.Cover(source, hole))
            {
                unsafeHoles[hole] = source;
            }
        }

        // A part that a helper puts together is reported there, and not once more where it is used.
        var isMessage = facts.Texts.Any(text => text.Root?.Children.Any(child => child.Tag == "Message") == true);
        foreach (var (hole, source) in unsafeHoles.Select(pair => (pair.Key, pair.Value)))
        {
            if (!source.Way.Any(place => !ReferenceEquals(place, hole) && unsafeHoles.ContainsKey(place)))
            {
                findings.Report(hole, source.Name, isMessage ? "new Twilio.twiml.MessagingResponse()" : "new Twilio.twiml.VoiceResponse()");
            }
        }
    }

    private static bool IsTwilios(FileContext file, string name) =>
        file.Resource.Visibility == Visibility.Protected
        && (s_twilios.Contains(name) || (name.EndsWith("Sid", StringComparison.Ordinal) && WebhookParameters.Contains(name)));
}
