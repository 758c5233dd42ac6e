using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text.RegularExpressions;
using Ahoy.Host.Gateway;
using Ahoy.Host.Telemetry.Prometheus;
using Ahoy.Host.Tests.Infrastructure;

namespace Ahoy.Host.Tests.Telemetry;

/// <summary>What Prometheus reads at the admin address.</summary>
public sealed partial class MetricsEndpointTests
{
    private const string Secret = "+15551239876";

    [Fact]
    public async Task Requests_AreCounted_ByFunctionAndStatus_AndWithoutWhatTheySaid()
    {
        await using var service = new Service();
        await service.InitializeAsync();
        using var http = new HttpClient();

        var before = await ReadAsync(http, service);
        for (var i = 0; i < 3; i++)
        {
            await http.GetStringAsync($"http://127.0.0.1:{service.Port}/counted?To={Uri.EscapeDataString(Secret)}", TestContext.Current.CancellationToken);
        }

        using var missing = await http.GetAsync($"http://127.0.0.1:{service.Port}/nowhere/{Secret}", TestContext.Current.CancellationToken);
        var after = await ReadAsync(http, service);

        const string Requests = """http_server_request_duration_seconds_count{otel_scope_name="Ahoy.Host",http_request_method="GET",http_response_status_code="200",http_route="/counted"}""";
        const string Invocations = """ahoy_invocation_duration_milliseconds_count{otel_scope_name="Ahoy.Host",ahoy_function="/counted"}""";
        Assert.Equal(3, after[Requests] - before.GetValueOrDefault(Requests));
        Assert.Equal(3, after[Invocations] - before.GetValueOrDefault(Invocations));
        Assert.Equal(after[Invocations], after["""ahoy_invocation_duration_milliseconds_bucket{otel_scope_name="Ahoy.Host",ahoy_function="/counted",le="+Inf"}"""]);
        Assert.InRange(after["""ahoy_worker_count{otel_scope_name="Ahoy.Host"}"""], 1, 100);
        Assert.DoesNotContain(after.Keys, line => line.Contains("5551239876", StringComparison.Ordinal));
    }

    [Fact]
    public void Text_HasTypesUnitsAndSumsOfBuckets()
    {
        using var meter = new Meter("metrics-text");
        using var recorder = new MetricsRecorder("metrics-text");
        var duration = meter.CreateHistogram<double>("a.b-duration", "s", "How long\nit took.");
        var refused = meter.CreateCounter<int>("refused", "{request}");
        var open = meter.CreateUpDownCounter<int>("open.count");

        duration.Record(0.005);
        duration.Record(0.006);
        duration.Record(60);
        refused.Add(2, new KeyValuePair<string, object?>("who.asked", "a \"b\" \\ c\nd"));
        refused.Add(3, new KeyValuePair<string, object?>("who.asked", "a \"b\" \\ c\nd"));
        open.Add(4);
        open.Add(-1);

        var lines = recorder.Write().Split('\n');
        Assert.Contains("# HELP a_b_duration_seconds How long\\nit took.", lines);
        Assert.Contains("# TYPE a_b_duration_seconds histogram", lines);
        Assert.Contains("""a_b_duration_seconds_bucket{otel_scope_name="metrics-text",le="0.005"} 1""", lines);
        Assert.Contains("""a_b_duration_seconds_bucket{otel_scope_name="metrics-text",le="0.01"} 2""", lines);
        Assert.Contains("""a_b_duration_seconds_bucket{otel_scope_name="metrics-text",le="10"} 2""", lines);
        Assert.Contains("""a_b_duration_seconds_bucket{otel_scope_name="metrics-text",le="+Inf"} 3""", lines);
        Assert.Contains("""a_b_duration_seconds_sum{otel_scope_name="metrics-text"} 60.011""", lines);
        Assert.Contains("""a_b_duration_seconds_count{otel_scope_name="metrics-text"} 3""", lines);
        Assert.Contains("# TYPE refused_total counter", lines);
        Assert.Contains("""refused_total{otel_scope_name="metrics-text",who_asked="a \"b\" \\ c\nd"} 5""", lines);
        Assert.Contains("# TYPE open_count gauge", lines);
        Assert.Contains("""open_count{otel_scope_name="metrics-text"} 3""", lines);
        Assert.EndsWith("\n", recorder.Write(), StringComparison.Ordinal);
    }

    [Fact]
    public void Labels_ThatNeverEnd_AreBounded()
    {
        using var meter = new Meter("metrics-bounded");
        using var recorder = new MetricsRecorder("metrics-bounded");
        var counter = meter.CreateCounter<long>("seen");

        for (var i = 0; i < MetricFamily.SeriesLimit + 500; i++)
        {
            counter.Add(1, new KeyValuePair<string, object?>("number", i));
        }

        var text = recorder.Write();
        Assert.Equal(MetricFamily.SeriesLimit + 1, Regex.Count(text, "^seen_total", RegexOptions.Multiline));
        Assert.Contains("""seen_total{otel_scope_name="metrics-bounded",otel_metric_overflow="true"} 500""", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Measurements_OfManyThreads_AreAllThere()
    {
        using var meter = new Meter("metrics-threads");
        using var recorder = new MetricsRecorder("metrics-threads");
        var histogram = meter.CreateHistogram<double>("took", "ms");

        Parallel.For(0, 20_000, i => histogram.Record(i % 100, new KeyValuePair<string, object?>("path", i % 2 == 0 ? "/a" : "/b")));

        var text = recorder.Write();
        Assert.Contains("""took_milliseconds_count{otel_scope_name="metrics-threads",path="/a"} 10000""", text, StringComparison.Ordinal);
        Assert.Contains("""took_milliseconds_count{otel_scope_name="metrics-threads",path="/b"} 10000""", text, StringComparison.Ordinal);
    }

    // Each line is one of the format, or the test fails here.
    private static async Task<Dictionary<string, double>> ReadAsync(HttpClient http, RunningService service)
    {
        using var answer = await http.GetAsync($"http://127.0.0.1:{service.AdminPort}/metrics", TestContext.Current.CancellationToken);
        Assert.Equal("text/plain; version=0.0.4; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        var values = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var line in (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(l => l[0] != '#'))
        {
            var match = Sample().Match(line);
            Assert.True(match.Success, line);
            values.Add(match.Groups[1].Value, double.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture));
        }

        return values;
    }

    [GeneratedRegex("""^([a-zA-Z_:][a-zA-Z0-9_:]*\{(?:[a-zA-Z_][a-zA-Z0-9_]*="(?:[^"\\]|\\["\\n])*",?)+\}) (\S+)$""")]
    private static partial Regex Sample();

    private sealed class Service() : RunningService(new Dictionary<string, string>
    {
        ["functions/counted.js"] = "exports.handler = (context, event, callback) => callback(null, 'hello');",
    })
    {
        internal override GatewayOptions Gateway => base.Gateway with { AdminPort = 0 };
    }
}
