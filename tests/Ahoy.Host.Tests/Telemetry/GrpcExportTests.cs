using System.Diagnostics;
using Ahoy.Host.Tests.Infrastructure;
using Ahoy.TestSupport;

namespace Ahoy.Host.Tests.Telemetry;

/// <summary>The host as a process, and a collector that is spoken to by gRPC.</summary>
public sealed class GrpcExportTests
{
    private const string Trace = "4bf92f3577b34da6a3ce929d0e0e4736";
    private const string Client = "00f067aa0ba902b7";

    [Fact]
    public async Task Protocol_Grpc_SendsTracesMetricsAndLines()
    {
        await using var collector = await GrpcCollector.StartAsync();
        using var project = new TempFolder();
        project.Write("functions/traced.js", "exports.handler = (context, event, callback) => { console.warn('low on ink'); callback(null, 'done'); };");
        await using var host = await HostProcess.StartWithAsync(project.Path, new Dictionary<string, string>
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Url,
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "grpc",
            ["OTEL_EXPORTER_OTLP_HEADERS"] = "x-team=blue",
            ["OTEL_SERVICE_NAME"] = "orders",
            ["OTEL_BSP_SCHEDULE_DELAY"] = "50",
            ["OTEL_BLRP_SCHEDULE_DELAY"] = "50",
            ["OTEL_METRIC_EXPORT_INTERVAL"] = "100",
        });
        using var request = new HttpRequestMessage(HttpMethod.Get, "/traced");
        request.Headers.Add("traceparent", $"00-{Trace}-{Client}-01");
        Activity.Current = null;

        using var answer = await host.Client.SendAsync(request);

        var received = collector.Received;
        await Eventually.HoldsAsync(() =>
            received.Spans.Count(s => s.TraceId == Trace) == 2 && received.Lines.Any(l => l.Body == "low on ink") && received.Metrics.ContainsKey("http.server.request.duration"));
        Assert.Empty(collector.Faults);
        var gateway = Assert.Single(received.Spans, s => s.ParentId == Client);
        var invocation = Assert.Single(received.Spans, s => s.ParentId == gateway.Id);
        Assert.Equal(("GET /traced", "/traced", "orders"), (gateway.Name, invocation.Name, gateway.Service));
        Assert.Equal(invocation.Id, received.Lines.Single(l => l.Body == "low on ink").SpanId);
        Assert.Equal(["blue"], collector.Teams.Distinct());
    }
}
