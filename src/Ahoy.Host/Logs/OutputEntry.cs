using System.Diagnostics;
using Ahoy.Host.Environments;

namespace Ahoy.Host.Logs;

/// <summary>A line that a Function wrote, or that the host has to say about a request.</summary>
/// <param name="Time">When the gateway got it.</param>
/// <param name="Served">The served Environment that the Function belongs to.</param>
/// <param name="RequestSid">The request, or null for what belongs to none.</param>
/// <param name="FunctionPath">The path of the Function, or null.</param>
/// <param name="Level">The level.</param>
/// <param name="ErrorCode">The code of the platform's error dictionary, or 0.</param>
/// <param name="Message">The text, which may have several lines.</param>
internal readonly record struct OutputEntry(
    DateTimeOffset Time,
    ServedEnvironment Served,
    string? RequestSid,
    string? FunctionPath,
    OutputLevel Level,
    int ErrorCode,
    string Message)
{
    /// <summary>The span that it belongs to; none by default.</summary>
    public ActivityContext Trace { get; init; }
}
