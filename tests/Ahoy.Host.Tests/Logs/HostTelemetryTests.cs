using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Ahoy.Host.Logs;
using Ahoy.Host.Tests.Infrastructure;
using Ahoy.TestSupport;

namespace Ahoy.Host.Tests.Logs;

public sealed class HostTelemetryTests
{
    [Fact]
    public async Task Invocation_IsMeasuredAndTraced()
    {
        var measured = new ConcurrentDictionary<string, double>();
        var traced = new ConcurrentQueue<Activity>();
        using var meters = new MeterListener { InstrumentPublished = (instrument, listener) => Listen(instrument, listener) };
        meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) => measured[Key(instrument.Name, tags)] = value);
        meters.SetMeasurementEventCallback<int>((instrument, value, tags, _) => measured[Key(instrument.Name, tags)] = value);
        meters.Start();
        using var traces = new ActivityListener
        {
            ShouldListenTo = source => source.Name == HostTelemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = traced.Enqueue,
        };
        ActivitySource.AddActivityListener(traces);
        await using var service = new RunningService(new Dictionary<string, string>
        {
            ["functions/measured.js"] = "exports.handler = (context, event, callback) => setTimeout(callback, 30);",
        });
        await service.InitializeAsync();

        await service.GetTextAsync("/measured");

        Assert.InRange(measured["ahoy.invocation.duration /measured"], 25, 10_000);
        Assert.True(measured.ContainsKey("ahoy.invocation.queue_time /measured"));
        Assert.True(measured["ahoy.worker.start_time"] > 0);
        Assert.True(measured.ContainsKey("ahoy.worker.count"));
        await Eventually.HoldsAsync(() => traced.Any(a => (string?)a.GetTagItem("faas.name") == "/measured"));
        Assert.Contains(traced, a => a.OperationName == "worker start");
    }

    private static void Listen(Instrument instrument, MeterListener listener)
    {
        if (instrument.Meter.Name == HostTelemetry.Name)
        {
            listener.EnableMeasurementEvents(instrument);
        }
    }

    private static string Key(string name, ReadOnlySpan<KeyValuePair<string, object?>> tags) => tags.Length == 0 ? name : $"{name} {tags[0].Value}";
}
