using System.Text;
using Ahoy.Model;
using Ahoy.Simulator.Tests.Infrastructure;
using Ahoy.Simulator.World;
using CsCheck;

namespace Ahoy.Simulator.Tests.TwiML;

/// <summary>Documents that nobody would write: calls and messages come to rest all the same, and nothing fails inside.</summary>
public sealed class TwiMLFuzzTests
{
    private static readonly string[] s_elements = [.. TwiMLSchema.Voice.Elements, .. TwiMLSchema.Message.Elements, "Nonsense"];

    private static readonly string[] s_attributes =
        [.. s_elements.Where(TwiMLSchema.Voice.Elements.Contains).SelectMany(TwiMLSchema.Voice.AttributesOf).Distinct(), "nonsense"];

    private static readonly Gen<string> s_value = Gen.OneOf(
        Gen.OneOf(
            "", "0", "1", "-1", "99999999999999999999", "true", "false", "GET", "POST", "PUT", "/voice", "/other", "http://", "http://[", "sip:a@b", "+15095550100", "*", "#",
            "dtmf speech", "auto", "record-from-answer", "ws://localhost/", "1e9", "2147483647", " ", "initiated ringing answered completed", "Room"),
        Gen.String[Gen.Char[' ', '~'], 0, 12]);

    private static readonly Gen<string> s_document = Gen.Recursive<string>((depth, inner) =>
    {
        var attributes = Gen.Select(Gen.OneOf(s_attributes), s_value).Array[0, 4]
            .Select(all => string.Concat(all.DistinctBy(a => a.Item1).Where(a => a.Item1.IndexOf(':', StringComparison.Ordinal) < 0).Select(a => $" {a.Item1}=\"{Escape(a.Item2)}\"")));
        var content = depth > 3 ? s_value.Select(Escape) : Gen.OneOf(s_value.Select(Escape), inner.Array[0, 3].Select(string.Concat));
        return Gen.Select(Gen.OneOf(s_elements), attributes, content).Select((name, list, text) => $"<{name}{list}>{text}</{name}>");
    });

    [Fact]
    public void Calls_OfAnyDocument_ComeToRest() => Gen.Select(s_document.Array[0, 5], s_document.Array[0, 3]).Sample(
        (voice, other) =>
        {
            using var test = new TestSimulator();
            test.Webhooks.OnTwiml("/voice", string.Concat(voice)).OnTwiml("/other", string.Concat(other));
            var calling = test.Simulator.ReceiveCallAsync(null, "/voice");
            Assert.True(calling.Wait(TimeSpan.FromSeconds(20)), "The call did not come to rest.");
            Act(test, calling.Result.Sid, (sid, token) => test.Simulator.PressAsync(sid, "1*#", token));
            Act(test, calling.Result.Sid, (sid, token) => test.Simulator.SpeakAsync(sid, "hello", null, token));
            Act(test, calling.Result.Sid, (sid, token) => test.Simulator.RecordAsync(sid, "hello", null, token));
            Assert.True(test.World.AdvanceAsync(TimeSpan.FromSeconds(20)).Wait(TimeSpan.FromSeconds(20)));
            Act(test, calling.Result.Sid, test.Simulator.HangUpAsync);
            Assert.True(CallStatusNames.IsFinal(test.World.Calls.Find(calling.Result.Sid)!.Status));
            Assert.DoesNotContain(test.World.Calls.Queues.Values.SelectMany(q => q.Members), m => m.Call.Sid == calling.Result.Sid);
        },
        iter: 300,
        threads: 2);

    [Fact]
    public void Messages_OfAnyDocument_ComeToRest() => s_document.Array[0, 5].Sample(
        verbs =>
        {
            using var test = new TestSimulator();
            test.Webhooks.OnTwiml("/sms", string.Concat(verbs));
            Assert.True(test.Simulator.ReceiveMessageAsync(null, "/sms", "Hi").Wait(TimeSpan.FromSeconds(20)));
        },
        iter: 300,
        threads: 2);

    private static void Act(TestSimulator test, string sid, Func<string, CancellationToken, Task<CallResult?>> act)
    {
        if (!test.World.Calls.Find(sid)!.Status.IsFinal())
        {
            Assert.True(act(sid, TestContext.Current.CancellationToken).Wait(TimeSpan.FromSeconds(20)), "The call did not come to rest.");
        }
    }

    private static string Escape(string text) => new StringBuilder(text).Replace("&", "&amp;").Replace("<", "&lt;").Replace("\"", "&quot;").ToString();
}
