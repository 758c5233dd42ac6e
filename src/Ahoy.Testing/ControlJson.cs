using System.Text.Json.Serialization;

namespace Ahoy.Testing;

/// <summary>What is said below <c>/_ahoy/</c>.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, PropertyNameCaseInsensitive = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ControlAccount))]
[JsonSerializable(typeof(NewMessage))]
[JsonSerializable(typeof(NewCall))]
[JsonSerializable(typeof(Pressed))]
[JsonSerializable(typeof(Spoken))]
[JsonSerializable(typeof(Recorded))]
[JsonSerializable(typeof(ClockMode))]
[JsonSerializable(typeof(ClockStep))]
[JsonSerializable(typeof(ClockState))]
[JsonSerializable(typeof(HandsetState))]
[JsonSerializable(typeof(List<Fault>))]
[JsonSerializable(typeof(TextOutcome))]
[JsonSerializable(typeof(CallState))]
[JsonSerializable(typeof(List<CallState>))]
[JsonSerializable(typeof(List<MessageState>))]
[JsonSerializable(typeof(List<AlertState>))]
[JsonSerializable(typeof(List<LogState>))]
[JsonSerializable(typeof(List<RequestState>))]
[JsonSerializable(typeof(List<VerificationState>))]
[JsonSerializable(typeof(ControlError))]
internal sealed partial class ControlJson : JsonSerializerContext;

internal sealed record ControlAccount(string AccountSid, string AuthToken, IReadOnlyList<string> Numbers);

internal sealed record NewMessage(string From, string To, string Body, IReadOnlyList<string>? MediaUrls);

internal sealed record NewCall(string From, string To);

internal sealed record Pressed(string Digits);

internal sealed record Spoken(string Text, double? Confidence);

internal sealed record Recorded(string Text, double? Seconds);

internal sealed record ClockMode(string Mode);

internal sealed record ClockStep(string By);

internal sealed record ClockState(string Mode, DateTimeOffset Now);

internal sealed record HandsetState(string Answers, int? Refuses);

internal sealed record Fault(FaultMatch Match, int? Times, int? Status, int? Code, string? Delay, bool? Drop);

internal sealed record FaultMatch(string? Host, string? Method, string? Path);

internal sealed record TextOutcome(string Sid, WebhookState? Webhook, IReadOnlyList<ReplyState> Replies);

internal sealed record WebhookState(int Status, string? Twiml, IReadOnlyDictionary<string, string>? Cookies, int? ErrorCode);

internal sealed record ReplyState(string Sid, string From, string To, string Body, IReadOnlyList<string>? Media, string Status);

internal sealed record CallState(
    long Sequence, string Sid, string? ParentCallSid, string? Direction, string? From, string? To, string Status, string? WaitsFor, int? Duration, IReadOnlyList<StepState>? Transcript);

internal sealed record StepState(
    long At, string Verb, string By, string? Text, string? Digits, string? Url, IReadOnlyDictionary<string, string>? Attributes, int? Alert);

internal sealed record MessageState(
    long Sequence, string Sid, string Direction, string From, string To, string Body, IReadOnlyList<string>? Media, string Status, int? ErrorCode);

internal sealed record AlertState(long Sequence, int Code, string Message, string? Function, string? Sid);

internal sealed record LogState(long Sequence, string Level, string Message, string? Function, string? RequestSid);

internal sealed record RequestState(
    long Sequence, string Method, string Host, string Path, IReadOnlyDictionary<string, string>? Parameters, int Status, double Milliseconds, bool Stateful, string? By);

internal sealed record VerificationState(long Sequence, string Sid, string ServiceSid, string To, string Channel, string Code, string Status, string? Text, bool IsNewAttempt);

internal sealed record ControlError(string? Message);
