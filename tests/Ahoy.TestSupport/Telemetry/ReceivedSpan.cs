namespace Ahoy.TestSupport.Telemetry;

/// <summary>A span that a collector was sent.</summary>
/// <param name="Service">The service that it says it is from.</param>
/// <param name="TraceId">Its trace.</param>
/// <param name="Id">Its number.</param>
/// <param name="ParentId">The number of the span above it; empty where there is none.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">1 internal, 2 server, 3 client.</param>
/// <param name="Start">When it began, in nanoseconds since 1970.</param>
/// <param name="End">When it ended.</param>
/// <param name="IsError">Whether it says that it failed.</param>
/// <param name="Attributes">Its attributes, as text.</param>
public sealed record ReceivedSpan(
    string Service, string TraceId, string Id, string ParentId, string Name, int Kind, ulong Start, ulong End, bool IsError, IReadOnlyDictionary<string, string> Attributes);
