using System.Diagnostics;
using Ahoy.Host.Logs;

namespace Ahoy.Host.Workers;

/// <summary>An invocation that is over, as far as late output needs it.</summary>
internal readonly record struct LastRun(int Id, RequestSid Sid, FunctionTarget Function)
{
    /// <summary>The span of the invocation; none where it has none.</summary>
    public ActivityContext Trace { get; init; }
}
