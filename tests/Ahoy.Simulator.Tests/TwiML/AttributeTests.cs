using System.Globalization;
using Ahoy.Simulator.Tests.Infrastructure;
using Ahoy.Simulator.Tests.TwiML.Cases;
using Ahoy.Simulator.TwiML;
using Ahoy.Model;
using Ahoy.Simulator.TwiML.Verbs;
using Ahoy.TestSupport;

namespace Ahoy.Simulator.Tests.TwiML;

/// <summary>Each attribute of TwiML: obeyed, with a case that shows what it does, or announced as not simulated. None is ignored in silence.</summary>
public sealed class AttributeTests
{
    private static readonly Dictionary<string, string> s_texts = new(StringComparer.Ordinal)
    {
        ["Number"] = "+15095550100", ["Client"] = "joe", ["Sip"] = "sip:a@example.com", ["Conference"] = "Room", ["Queue"] = "line", ["Enqueue"] = "line", ["Sim"] = "DE0",
        ["WhatsApp"] = "+15095550100", ["Application"] = "AP00000000000000000000000000000000", ["Say"] = "x", ["Sms"] = "x", ["Play"] = "/a.mp3", ["Redirect"] = "/next",
        ["Task"] = "{}",
    };

    private static readonly IReadOnlyList<AttributeCase> s_cases =
        AttributeCase.Read(File.ReadAllText(Repository.Combine("tests", "Ahoy.Simulator.Tests", "TwiML", "Cases", "attributes.txt")));

    public static TheoryData<string> Cases => [.. s_cases.Select(NameOf)];

    public static TheoryData<string> Ignored =>
    [
        .. from parent in TwiMLSchema.Voice.Elements
        from element in TwiMLSchema.Voice.Elements
        where TwiMLSchema.Voice.Allows(parent, element)
        from attribute in TwiMLSchema.Voice.AttributesOf(element)
        where !ObeyedIn(parent, element).Contains(attribute)
        select $"{parent} {element} {attribute}",
    ];

    [Fact]
    public void Table_HasACaseForEachAttributeThatIsObeyed()
    {
        var voice =
            from parent in TwiMLSchema.Voice.Elements
            from element in TwiMLSchema.Voice.Elements
            where TwiMLSchema.Voice.Allows(parent, element)
            from attribute in ObeyedIn(parent, element)
            select $"voice {element} {attribute}";
        var message = TwiMLSchema.Message.Elements.SelectMany(e => TwiMLSchema.Message.AttributesOf(e).Select(a => $"message {e} {a}"));

        Assert.Equal(voice.Concat(message).Distinct().Order(), s_cases.Select(NameOf).Order());
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Attribute_OfTheTable_DoesWhatItsCaseShows(string name)
    {
        var theCase = s_cases.Single(c => NameOf(c) == name);

        var seen = await CaseWorld.LiveAsync(theCase, theCase.Document);

        Assert.Equal(theCase.Expected, seen);
        Assert.NotEqual(seen, await CaseWorld.LiveAsync(theCase, theCase.Without()));
    }

    [Theory]
    [MemberData(nameof(Ignored))]
    public async Task Attribute_ThatIsNotObeyed_IsAnnounced(string place)
    {
        var parts = place.Split(' ');
        var (parent, element, attribute) = (parts[0], parts[1], parts[2]);
        using var test = new TestSimulator();

        var call = await test.CallAsync(Document(parent, element, attribute));

        if (call.Status == "in-progress")
        {
            await test.Simulator.HangUpAsync(call.Sid, TestContext.Current.CancellationToken);
        }

        var notSimulated = test.Simulator.Calls().SelectMany(c => c.Transcript)
            .SelectMany(s => s.Attributes?.GetValueOrDefault("notSimulated")?.Split(',').Select(a => (s.Verb, Ignored: a)) ?? []).ToArray();
        var path = PathTo(parent).Append(element).ToArray();
        Assert.True(
            notSimulated.Contains((element, attribute)) || notSimulated.Any(n => n.Ignored == $"{element}.{attribute}") || notSimulated.Any(n => n.Verb == n.Ignored && path.Contains(n.Verb)),
            TestSimulator.Text(call.Transcript));
        Assert.Contains(test.Logs, l => l.Message.Contains("is not simulated", StringComparison.Ordinal));
    }

    private static IReadOnlyCollection<string> ObeyedIn(string parent, string element) =>
        NestedElements.Has(parent, element) ? NestedElements.ObeyedIn(parent, element)
        : parent == "Dial" && element == "Conference" ? ConferenceNoun.Obeyed
        : parent == "Dial" && element == "Queue" ? QueueNoun.Obeyed
        : parent == "Dial" ? DialTarget.ObeyedByNoun[element]
        : parent is "Start" or "Connect" && SocketNoun.ObeyedByNoun.TryGetValue(element, out var socket) ? socket
        : parent == "Start" && element == "Recording" ? StartVerb.ObeyedByRecording
        : parent == "Stop" && element == "Stream" ? ["name"]
        : parent is "Response" or "Gather" && VerbTable.Find(element) is { } verb ? verb.Obeyed
        : [];

    private static string NameOf(AttributeCase theCase) => string.Create(CultureInfo.InvariantCulture, $"{theCase.Kind} {theCase.Element} {theCase.Attribute}");

    /// <summary>A document in which an element stands in another, as deep as it takes.</summary>
    private static string Document(string parent, string element, string attribute)
    {
        var needed = element == "Stream" && parent == "Stop" ? " name='s'" : element is "Stream" or "ConversationRelay" && attribute != "url" ? " url='ws://localhost:1/'" : string.Empty;
        var document = $"<{element} {attribute}='x'{needed}>{s_texts.GetValueOrDefault(element)}</{element}>";
        foreach (var around in PathTo(parent).Reverse())
        {
            document = around == "Response" ? document
                : around == "Stop" ? $"<Start><Stream name='s' url='ws://localhost:1/'/></Start><Stop>{document}</Stop>"
                : $"<{around}{(around is "Stream" or "ConversationRelay" ? " url='ws://localhost:1/'" : string.Empty)}>{s_texts.GetValueOrDefault(around)}{document}</{around}>";
        }

        return document;
    }

    /// <summary>The elements from Response to one, as short as can be.</summary>
    private static IReadOnlyList<string> PathTo(string element)
    {
        var paths = new Queue<string[]>([["Response"]]);
        while (paths.TryDequeue(out var path))
        {
            if (path[^1] == element)
            {
                return path;
            }

            foreach (var child in TwiMLSchema.Voice.Elements.Where(e => TwiMLSchema.Voice.Allows(path[^1], e) && !path.Contains(e)))
            {
                paths.Enqueue([.. path, child]);
            }
        }

        throw new InvalidOperationException($"{element} stands nowhere.");
    }
}
