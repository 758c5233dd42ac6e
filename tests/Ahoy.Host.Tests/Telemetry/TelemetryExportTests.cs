using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using Ahoy.Host.Tests.Infrastructure;
using Ahoy.TestSupport;
using Ahoy.TestSupport.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Ahoy.Host.Tests.Telemetry;

/// <summary>The host as a process, with nothing but OpenTelemetry's variables, and a collector.</summary>
public sealed class TelemetryExportTests : IDisposable
{
    private const string Trace = "4bf92f3577b34da6a3ce929d0e0e4736";
    private const string Client = "00f067aa0ba902b7";
    private const string Secret = "+15551239876";

    private readonly OtlpReceiver _collector = new();
    private readonly TempFolder _project = new();

    [Theory]
    [InlineData("fetch(url)")]
    [InlineData("new Promise((resolve, reject) => require('node:http').get(url, (r) => r.resume().on('end', resolve)).on('error', reject))")]
    [InlineData("new Promise((resolve, reject) => { const r = require('node:http').request(url, { method: 'POST' }, (a) => a.resume().on('end', resolve)); r.on('error', reject); r.write('half'); r.end('whole'); })")]
    public async Task Request_WithATraceparent_IsOneTraceFromTheClientToWhatTheFunctionAsks(string ask)
    {
        using var other = new Upstream(HttpStatusCode.NotFound);
        Write($"const url = '{other.Url}/people/anna?key=hidden'; await {ask};");
        await using var host = await StartAsync();

        await SendAsync(host, $"/traced?To={Uri.EscapeDataString(Secret)}", $"00-{Trace}-{Client}-01");

        var spans = await SpansAsync(3);
        var gateway = Assert.Single(spans, s => s.Kind == 2);
        var invocation = Assert.Single(spans, s => s.Kind == 1);
        var outbound = Assert.Single(spans, s => s.Kind == 3);
        Assert.All(spans, s => Assert.Equal(Trace, s.TraceId));
        Assert.Equal((Client, "GET /traced"), (gateway.ParentId, gateway.Name));
        Assert.Equal((gateway.Id, "/traced"), (invocation.ParentId, invocation.Name));
        Assert.Equal(invocation.Id, outbound.ParentId);
        Assert.Equal($"00-{Trace}-{outbound.Id}-01", other.Traceparent);
        Assert.Equal("200", gateway.Attributes["http.response.status_code"]);
        Assert.Equal("/traced", gateway.Attributes["http.route"]);
        Assert.Equal("/traced", invocation.Attributes["faas.name"]);
        Assert.StartsWith("RQ", invocation.Attributes["faas.invocation_id"], StringComparison.Ordinal);
        Assert.Equal(("404", "127.0.0.1", true), (outbound.Attributes["http.response.status_code"], outbound.Attributes["server.address"], outbound.IsError));
        Assert.All(spans, s => Assert.Equal("orders", s.Service));
        Assert.DoesNotContain(spans.SelectMany(s => s.Attributes.Values), v => v.Contains("5551239876", StringComparison.Ordinal) || v.Contains("anna", StringComparison.Ordinal) || v.Contains("hidden", StringComparison.Ordinal));

        // As long as they were: within each other, and none before its cause by more than the clocks of two processes differ.
        Assert.InRange(outbound.End, outbound.Start, gateway.End + 5_000_000);
        Assert.InRange(invocation.Start, gateway.Start, outbound.Start + 5_000_000);
    }

    [Fact]
    public async Task Function_ThatPrints_HasItsLineAtItsSpan()
    {
        Write("console.warn('low on ink');");
        await using var host = await StartAsync();

        await SendAsync(host, "/traced?To=" + Secret, $"00-{Trace}-{Client}-01");

        await Eventually.HoldsAsync(() => _collector.Lines.Any(l => l.Body == "low on ink") && _collector.Lines.Any(l => l.Body == "GET /traced 200"));
        var spans = await SpansAsync(2);
        var line = _collector.Lines.Single(l => l.Body == "low on ink");
        Assert.Equal((Trace, spans.Single(s => s.Kind == 1).Id, 13), (line.TraceId, line.SpanId, line.Severity));
        Assert.Equal(spans.Single(s => s.Kind == 2).Id, _collector.Lines.Single(l => l.Body == "GET /traced 200").SpanId);
        Assert.DoesNotContain(_collector.Lines, l => l.Body.Contains(Secret, StringComparison.Ordinal) || l.Attributes.Values.Any(v => v.Contains(Secret, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Message_FromATest_IsOneTraceWithTheFunctionAndItsRequestToTwilio()
    {
        Write("await context.getTwilioClient().messages.create({ to: event.From, from: event.To, body: 'again' });");
        await using var host = await StartAsync(["--offline"]);
        var offline = host.Output[(host.Output.IndexOf("offline=", StringComparison.Ordinal) + "offline=".Length)..].Split(' ')[0];
        using var request = new HttpRequestMessage(HttpMethod.Post, offline + "/_ahoy/messages") { Content = JsonContent.Create(new { from = Secret, to = "/traced", body = "Hello" }) };
        request.Headers.Add("traceparent", $"00-{Trace}-{Client}-01");

        using var answer = await host.Client.SendAsync(request);

        var spans = (await SpansAsync(5)).Where(s => s.TraceId == Trace).ToList();
        var control = Assert.Single(spans, s => s.ParentId == Client);
        var gateway = Assert.Single(spans, s => s.ParentId == control.Id);
        var invocation = Assert.Single(spans, s => s.ParentId == gateway.Id);
        var outbound = Assert.Single(spans, s => s.ParentId == invocation.Id);
        var twilio = Assert.Single(spans, s => s.ParentId == outbound.Id);
        Assert.Equal(
            ["POST /_ahoy/messages", "POST /traced", "/traced", "POST /2010-04-01/Accounts/{}/Messages.json", "POST /2010-04-01/Accounts/{}/Messages.json"],
            new[] { control, gateway, invocation, outbound, twilio }.Select(s => s.Name));
        Assert.Equal(("api.twilio.com", "201"), (outbound.Attributes["server.address"], outbound.Attributes["http.response.status_code"]));
        Assert.DoesNotContain(spans.SelectMany(s => s.Attributes.Values), v => v.Contains("5551239876", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Metrics_AreSent()
    {
        Write("");
        await using var host = await StartAsync();

        await SendAsync(host, "/traced", null);

        await Eventually.HoldsAsync(() => _collector.Metrics.ContainsKey("http.server.request.duration") && _collector.Metrics.ContainsKey("ahoy.invocation.duration"));
        Assert.Equal("s", _collector.Metrics["http.server.request.duration"]);
    }

    [Fact]
    public async Task Trace_ThatIsNotSampled_SaysSoOnItsWay_AndIsNotSent()
    {
        using var other = new Upstream(HttpStatusCode.OK);
        Write($"await fetch('{other.Url}/');");
        await using var host = await StartAsync();

        await SendAsync(host, "/traced", $"00-{Trace}-{Client}-00");
        Assert.StartsWith($"00-{Trace}-", other.Traceparent, StringComparison.Ordinal);
        Assert.EndsWith("-00", other.Traceparent, StringComparison.Ordinal);
        await SendAsync(host, "/traced", $"00-{Trace[..31]}7-{Client}-01");

        Assert.DoesNotContain(await SpansAsync(3), s => s.TraceId == Trace);
    }

    [Fact]
    public async Task Sampler_IsTheOneOfTheVariable()
    {
        Write("");
        await using var host = await StartAsync(("OTEL_TRACES_SAMPLER", "traceidratio"), ("OTEL_TRACES_SAMPLER_ARG", "0.1"));

        for (var i = 0; i < 300; i++)
        {
            await SendAsync(host, "/traced", null);
        }

        await Eventually.HoldsAsync(() => _collector.Lines.Count(l => l.Body == "GET /traced 200") == 300);
        await SpansAsync(2);
        Assert.InRange(_collector.Spans.Count(s => s.Kind == 2), 5, 75);
    }

    [Fact]
    public async Task Variables_OfASignal_WinOverTheCommonOnes()
    {
        Write("");
        await using var host = await StartAsync(
            ("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:9"),
            ("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", _collector.Url + "/own/traces"),
            ("OTEL_EXPORTER_OTLP_HEADERS", "x-team=blue"),
            ("OTEL_METRICS_EXPORTER", "none"),
            ("OTEL_LOGS_EXPORTER", "none"));

        await SendAsync(host, "/traced", null);

        await SpansAsync(2);
        Assert.Equal(["/own/traces blue"], _collector.Requests.Distinct());
    }

    [Fact]
    public async Task Header_OfTheHostsOwn_FromAClient_IsNotBelieved()
    {
        Write("return callback(null, JSON.stringify(event.request.headers));");
        await using var host = await StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/traced");
        request.Headers.Add("x-ahoy-trace", $"00-{Trace}-{Client}-01");

        using var answer = await host.Client.SendAsync(request);

        Assert.DoesNotContain("x-ahoy-trace", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(await SpansAsync(2), s => s.TraceId == Trace);
    }

    [Theory]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "collector:4317", "OTEL_EXPORTER_OTLP_ENDPOINT: not the address of a collector")]
    [InlineData("OTEL_EXPORTER_OTLP_PROTOCOL", "http/json", "OTEL_EXPORTER_OTLP_PROTOCOL: \"http/json\" is not known here")]
    [InlineData("OTEL_TRACES_EXPORTER", "zipkin", "OTEL_TRACES_EXPORTER: \"zipkin\" is not known here")]
    public async Task Variable_ThatCanNotBeUnderstood_IsNamed(string name, string value, string message)
    {
        Write("");

        var result = await ProcessRunner.RunAsync(
            "dotnet",
            ["exec", Path.Combine(AppContext.BaseDirectory, "Ahoy.Host.dll"), "start", _project.Path, "--port", "0"],
            _project.Path,
            new Dictionary<string, string?> { ["OTEL_EXPORTER_OTLP_ENDPOINT"] = _collector.Url, [name] = value });

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith(message, result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("true")]
    public async Task Host_ThatSendsNothing_LoadsNoOpenTelemetry(string? disabled)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The files of a process are read from /proc.");
        Write("");
        await using var host = disabled is null ? await StartWithAsync([]) : await StartAsync(("OTEL_SDK_DISABLED", disabled));

        await SendAsync(host, "/traced", $"00-{Trace}-{Client}-01");

        Assert.DoesNotContain("OpenTelemetry", await File.ReadAllTextAsync($"/proc/{host.Id}/maps"), StringComparison.Ordinal);
        Assert.Empty(_collector.Requests);
    }

    public void Dispose()
    {
        _collector.Dispose();
        _project.Dispose();
    }

    private static async Task SendAsync(HostProcess host, string path, string? traceparent)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (traceparent is not null)
        {
            request.Headers.Add("traceparent", traceparent);
        }

        // The client of the test must not add one of its own.
        Activity.Current = null;
        using var answer = await host.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private Task<HostProcess> StartAsync(params (string Name, string Value)[] more) => StartWithAsync(
        [("OTEL_EXPORTER_OTLP_ENDPOINT", _collector.Url), .. more]);

    private Task<HostProcess> StartAsync(string[] arguments) => StartWithAsync([("OTEL_EXPORTER_OTLP_ENDPOINT", _collector.Url)], arguments);

    private Task<HostProcess> StartWithAsync(IEnumerable<(string Name, string Value)> variables, params string[] arguments)
    {
        var all = new Dictionary<string, string>
        {
            ["OTEL_SERVICE_NAME"] = "orders",
            ["OTEL_BSP_SCHEDULE_DELAY"] = "50",
            ["OTEL_BLRP_SCHEDULE_DELAY"] = "50",
            ["OTEL_METRIC_EXPORT_INTERVAL"] = "100",
        };
        foreach (var (name, value) in variables)
        {
            all[name] = value;
        }

        return HostProcess.StartWithAsync(_project.Path, all, arguments);
    }

    // Those of the requests; a worker's start is a trace of its own.
    private async Task<IReadOnlyList<ReceivedSpan>> SpansAsync(int count)
    {
        await Eventually.HoldsAsync(() => Requested().Count >= count);
        return Requested();

        List<ReceivedSpan> Requested() => [.. _collector.Spans.Where(s => s.Name != "worker start")];
    }

    private void Write(string body)
    {
        Directory.CreateDirectory(Path.Combine(_project.Path, "functions"));
        File.WriteAllText(
            Path.Combine(_project.Path, "functions", "traced.js"),
            $"exports.handler = async (context, event, callback) => {{ {body} callback(null, 'done'); }};");
    }

    /// <summary>A server that a Function asks.</summary>
    private sealed class Upstream : IDisposable
    {
        private readonly WebApplication _app;

        public Upstream(HttpStatusCode status)
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            _app = builder.Build();
            _app.Urls.Add("http://127.0.0.1:0");
            _app.Run(http =>
            {
                Traceparent = http.Request.Headers.TraceParent;
                http.Response.StatusCode = (int)status;
                return Task.CompletedTask;
            });
            _app.Start();
        }

        public string Url => _app.Urls.First();

        public string? Traceparent { get; private set; }

        public void Dispose() => ((IDisposable)_app).Dispose();
    }
}
