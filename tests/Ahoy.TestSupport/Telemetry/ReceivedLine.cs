namespace Ahoy.TestSupport.Telemetry;

/// <summary>A log line that a collector was sent.</summary>
/// <param name="TraceId">Its trace; empty where it has none.</param>
/// <param name="SpanId">Its span.</param>
/// <param name="Severity">9 information, 13 warning, 17 error.</param>
/// <param name="Body">The text.</param>
/// <param name="Attributes">Its attributes, as text.</param>
public sealed record ReceivedLine(string TraceId, string SpanId, int Severity, string Body, IReadOnlyDictionary<string, string> Attributes);
