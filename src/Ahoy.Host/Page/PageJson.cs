using System.Text.Json.Serialization;

namespace Ahoy.Host.Page;

/// <summary>A request in the list.</summary>
internal sealed record RequestItem(
    long Sequence, string Sid, DateTimeOffset At, string Service, string Method, string Target, string? Path, bool IsFunction,
    int Status, double Milliseconds, long Size, int ErrorCode, string From, string? Subject);

/// <summary>What is new in the list: the last of what came; of more, it is said how many were left out.</summary>
internal sealed record RequestBatch(IReadOnlyList<RequestItem> Items, long Skipped, long Last);

/// <summary>A line of the log.</summary>
internal sealed record LineItem(long Sequence, DateTimeOffset At, string Level, string Message, string? Path, string? Sid, int Code, bool IsCut);

/// <summary>A body: as text where it is one, else in base 64; neither where it is not kept.</summary>
internal sealed record BodyItem(long Size, string? Text, string? Base64);

/// <summary>A line of a source file.</summary>
internal sealed record SourceLine(int Number, string Text);

/// <summary>A line of a stack, with the file's lines around it where it is one of the project's.</summary>
internal sealed record StackItem(string Text, string? File, string? FullPath, int Line, IReadOnlyList<SourceLine>? Source);

/// <summary>A request that a Function made while it answered.</summary>
internal sealed record OutboundItem(string Method, string Url, int Status, double Start, double Milliseconds, string? Error);

/// <summary>One request with all that is known of it.</summary>
internal sealed record RequestDetail(
    RequestItem Request, string Url, IReadOnlyList<string[]> RequestHeaders, IReadOnlyList<string[]> ResponseHeaders, BodyItem RequestBody, BodyItem ResponseBody,
    IReadOnlyList<LineItem> Lines, IReadOnlyList<OutboundItem> Outbound, IReadOnlyList<StackItem> Stack, bool CanSign);

/// <summary>A request that is to be sent.</summary>
/// <param name="Of">The SID of the request that it is made from: what was masked in it and did not change is taken from there.</param>
/// <param name="Service">The Service's domain name, where it is made from none.</param>
/// <param name="Method">The verb.</param>
/// <param name="Target">Path and query.</param>
/// <param name="Headers">Names and values.</param>
/// <param name="Body">The body as text; null for the one of <paramref name="Of"/>.</param>
/// <param name="Sign">Whether it is signed, as Twilio would.</param>
internal sealed record SendBody(string? Of, string? Service, string? Method, string? Target, IReadOnlyList<string[]>? Headers, string? Body, bool Sign);

/// <summary>The request that was sent.</summary>
internal sealed record SentItem(string? Sid, int Status);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(RequestBatch))]
[JsonSerializable(typeof(IReadOnlyList<LineItem>))]
[JsonSerializable(typeof(RequestDetail))]
[JsonSerializable(typeof(SendBody))]
[JsonSerializable(typeof(SentItem))]
[JsonSerializable(typeof(ServiceAnswer))]
[JsonSerializable(typeof(PromoteBody))]
internal sealed partial class PageJson : JsonSerializerContext;
