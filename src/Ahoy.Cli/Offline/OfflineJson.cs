using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ahoy.Cli.Offline;

/// <summary>What the offline Twilio takes and gives below <c>/_ahoy/</c>, as far as the commands need it.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TextRequest))]
[JsonSerializable(typeof(TextAnswer))]
[JsonSerializable(typeof(CallRequest))]
[JsonSerializable(typeof(CallState))]
[JsonSerializable(typeof(CallState[]))]
[JsonSerializable(typeof(DigitsRequest))]
[JsonSerializable(typeof(SpeechRequest))]
[JsonSerializable(typeof(ClockRequest))]
[JsonSerializable(typeof(AdvanceRequest))]
[JsonSerializable(typeof(ClockAnswer))]
[JsonSerializable(typeof(AlertItem))]
[JsonSerializable(typeof(AlertItem[]))]
[JsonSerializable(typeof(LogItem))]
[JsonSerializable(typeof(LogItem[]))]
[JsonSerializable(typeof(RunningHost))]
[JsonSerializable(typeof(AccountAnswer))]
[JsonSerializable(typeof(ErrorAnswer))]
internal sealed partial class OfflineJson : JsonSerializerContext;

/// <summary>A message from a handset.</summary>
internal sealed record TextRequest(string? From, string To, string Body, IReadOnlyList<string>? MediaUrls);

/// <summary>What came of it.</summary>
internal sealed record TextAnswer(string Sid, WebhookAnswer? Webhook, IReadOnlyList<TextReply> Replies);

/// <summary>What the webhook answered, and the code of the first thing that was wrong with it.</summary>
internal sealed record WebhookAnswer(int Status, int? ErrorCode);

/// <summary>A message that was sent because of another.</summary>
internal sealed record TextReply(string From, string To, string Body, IReadOnlyList<string>? Media, string Status);

/// <summary>A call from a handset.</summary>
internal sealed record CallRequest(string? From, string To);

/// <summary>A call, as an answer or an event has it.</summary>
internal sealed record CallState(
    string Sid, string Status, string? WaitsFor, IReadOnlyList<CallStep> Transcript, long Sequence, string? ParentCallSid, string? Direction, string? From, string? To)
{
    /// <summary>Whether it has ended.</summary>
    public bool IsOver => Status is "completed" or "busy" or "failed" or "no-answer" or "canceled";
}

/// <summary>A step of a call.</summary>
internal sealed record CallStep(
    long At, string Verb, string By, string? Text, string? Digits, string? Url, IReadOnlyDictionary<string, string>? Attributes, int? Alert);

/// <summary>Keys that the person presses.</summary>
internal sealed record DigitsRequest(string Digits);

/// <summary>What the person says.</summary>
internal sealed record SpeechRequest(string Text);

/// <summary>How time passes.</summary>
internal sealed record ClockRequest(string Mode);

/// <summary>How far the clock moves.</summary>
internal sealed record AdvanceRequest(string By);

/// <summary>The clock.</summary>
internal sealed record ClockAnswer(string Mode);

/// <summary>A warning or error of Twilio's.</summary>
internal sealed record AlertItem(long Sequence, int Code, string Message, string? Function, string? Sid)
{
    private const int SchemaWarning = 12200;
    private const int RecipientHasStopped = 21610;

    /// <summary>Whether somebody has to put something right: a warning, and a recipient who wants no messages, are no failures.</summary>
    public bool IsFailure => Code is not (SchemaWarning or RecipientHasStopped);
}

/// <summary>A line of a Function's log.</summary>
internal sealed record LogItem(long Sequence, string Level, string Message, string? Function);

/// <summary>What <c>ahoy start</c> says of itself in <c>obj/ahoy/host.json</c>.</summary>
internal sealed record RunningHost(string? Url, string? OfflineUrl, int? Pid);

/// <summary>The account of a run.</summary>
internal sealed record AccountAnswer(string? AuthToken);

/// <summary>Why a request was refused.</summary>
internal sealed record ErrorAnswer(string? Message);
