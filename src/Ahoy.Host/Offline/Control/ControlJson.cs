using System.Text.Json;
using System.Text.Json.Serialization;
using Ahoy.Api;
using Ahoy.Simulator;
using Ahoy.Simulator.Rest.Requests;
using Ahoy.Simulator.Rest.Resources.Verify;
using Ahoy.Simulator.World;
using Ahoy.Simulator.World.Events;

namespace Ahoy.Host.Offline.Control;

/// <summary>An error below <c>/_ahoy/</c>.</summary>
internal sealed record ControlError(int Status, string Message);

/// <summary>The account, for other programs on this machine.</summary>
internal sealed record AccountAnswer(string AccountSid, string AuthToken, IReadOnlyList<string> Numbers);

/// <summary>A message that somebody writes.</summary>
internal sealed record NewMessage(string? From, string? To, string? Body, IReadOnlyList<string>? MediaUrls);

/// <summary>A call that somebody makes.</summary>
internal sealed record NewCall(string? From, string? To);

/// <summary>Keys that are pressed.</summary>
internal sealed record PressedDigits(string? Digits);

/// <summary>What the person on the phone says.</summary>
internal sealed record SpokenText(string? Text, double? Confidence);

/// <summary>What is recorded.</summary>
internal sealed record RecordedText(string? Text, double? Seconds);

/// <summary>How a handset behaves.</summary>
internal sealed record HandsetBehaviour(
    string? Answers, int? Refuses, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? AnsweredBy = null);

/// <summary>Where a SIP phone refers its call to.</summary>
internal sealed record ReferTarget(string? To);

/// <summary>Something that fails.</summary>
internal sealed record FaultBody(FaultMatchBody? Match, int? Times, int? Status, int? Code, string? Delay, bool? Drop);

/// <summary>Which requests fail.</summary>
internal sealed record FaultMatchBody(string? Host, string? Method, string? Path);

/// <summary>How time passes.</summary>
internal sealed record ClockBody(string? Mode);

/// <summary>How far the clock moves.</summary>
internal sealed record ClockStep(string? By);

/// <summary>The clock.</summary>
internal sealed record ClockAnswer(string Mode, DateTimeOffset Now);

/// <summary>Where a file is that was given to the simulator.</summary>
internal sealed record MediaAnswer(string Url);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(ControlError))]
[JsonSerializable(typeof(AccountAnswer))]
[JsonSerializable(typeof(NewMessage))]
[JsonSerializable(typeof(NewCall))]
[JsonSerializable(typeof(PressedDigits))]
[JsonSerializable(typeof(SpokenText))]
[JsonSerializable(typeof(RecordedText))]
[JsonSerializable(typeof(ReferTarget))]
[JsonSerializable(typeof(HandsetBehaviour))]
[JsonSerializable(typeof(IReadOnlyList<FaultBody>))]
[JsonSerializable(typeof(ClockBody))]
[JsonSerializable(typeof(ClockStep))]
[JsonSerializable(typeof(ClockAnswer))]
[JsonSerializable(typeof(MediaAnswer))]
[JsonSerializable(typeof(InboundMessageResult))]
[JsonSerializable(typeof(CallResult))]
[JsonSerializable(typeof(MessageSnapshot))]
[JsonSerializable(typeof(CallSnapshot))]
[JsonSerializable(typeof(Alert))]
[JsonSerializable(typeof(LogLine))]
[JsonSerializable(typeof(RestRecord))]
[JsonSerializable(typeof(SentVerification))]
internal sealed partial class ControlJson : JsonSerializerContext
{
    /// <summary>An item of a list, or of the events, by what it is.</summary>
    public static byte[] Write(object item) => Write(json => JsonSerializer.Serialize(json, item, item.GetType(), Default));

    /// <summary>A list of such items.</summary>
    public static byte[] WriteList(IEnumerable<object> items) => Write(json =>
    {
        json.WriteStartArray();
        foreach (var item in items)
        {
            JsonSerializer.Serialize(json, item, item.GetType(), Default);
        }

        json.WriteEndArray();
    });

    private static byte[] Write(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, AnswerJson.Options))
        {
            write(json);
        }

        return buffer.ToArray();
    }
}
