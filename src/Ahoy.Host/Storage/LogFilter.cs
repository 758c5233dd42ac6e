namespace Ahoy.Host.Storage;

/// <summary>Which lines of a log are asked for.</summary>
/// <param name="FunctionSid">Those of one Function, or null for all.</param>
/// <param name="From">The earliest time.</param>
/// <param name="To">The latest time.</param>
internal readonly record struct LogFilter(string? FunctionSid, DateTimeOffset From, DateTimeOffset To);
