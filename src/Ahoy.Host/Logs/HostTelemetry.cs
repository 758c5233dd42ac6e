using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Ahoy.Host.Logs;

/// <summary>What <c>dotnet-counters</c> and OpenTelemetry exporters see of the host: the meter and the source are named <see cref="Name"/>.</summary>
internal static class HostTelemetry
{
    /// <summary>The name of the meter and of the source of traces.</summary>
    public const string Name = "Ahoy.Host";

    public static readonly ActivitySource Source = new(Name);

    private static readonly Meter s_meter = new(Name);

    /// <summary>How long requests took, as OpenTelemetry's conventions have it.</summary>
    public static readonly Histogram<double> Requests = s_meter.CreateHistogram<double>("http.server.request.duration", "s", "How long requests took.");

    /// <summary>How long Functions ran, in their workers.</summary>
    public static readonly Histogram<double> Invocations = s_meter.CreateHistogram<double>("ahoy.invocation.duration", "ms", "How long Functions ran.");

    /// <summary>How long invocations waited for a worker and on the way to and from it.</summary>
    public static readonly Histogram<double> Waiting = s_meter.CreateHistogram<double>("ahoy.invocation.queue_time", "ms", "How long invocations took beside the time that the Function ran.");

    /// <summary>How long workers took to start.</summary>
    public static readonly Histogram<double> WorkerStarts = s_meter.CreateHistogram<double>("ahoy.worker.start_time", "ms", "How long workers took to start.");

    /// <summary>The workers that there are.</summary>
    public static readonly UpDownCounter<int> Workers = s_meter.CreateUpDownCounter<int>("ahoy.worker.count", "{worker}", "The workers that there are.");

    /// <summary>The requests that were refused because of the limit of concurrent invocations.</summary>
    public static readonly Counter<int> Refused = s_meter.CreateCounter<int>("ahoy.invocation.refused", "{request}", "Requests above the limit of concurrent invocations.");
}
