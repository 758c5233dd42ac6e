using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Ahoy.TestSupport;
using Ahoy.TestSupport.Telemetry;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ahoy.Aspire.Tests;

/// <summary>The app host of the sample, with a collector in place of the dashboard: processes, ports and requests are real.</summary>
public sealed class AppHostTests : IAsyncLifetime
{
    private const string Trace = "4bf92f3577b34da6a3ce929d0e0e4736";
    private const string Test = "00f067aa0ba902b7";
    private const string Ada = "+15551230001";

    private static readonly TimeSpan s_startTime = TimeSpan.FromMinutes(3);

    private readonly OtlpReceiver _collector = new();
    private DistributedApplication _app = null!;
    private HttpClient _backend = null!;

    public async ValueTask InitializeAsync()
    {
        using var patience = new CancellationTokenSource(s_startTime);
        var builder = await DistributedApplicationTestingBuilder.CreateAsync<Projects.AppHost>(
            [$"ASPIRE_DASHBOARD_OTLP_HTTP_ENDPOINT_URL={_collector.Url}", "ASPIRE_ALLOW_UNSECURED_TRANSPORT=true"], patience.Token);
        builder.Services.AddLogging(logging => logging.AddFilter("Aspire", LogLevel.Warning));
        foreach (var resource in builder.Resources.OfType<IResourceWithEnvironment>().ToList())
        {
            builder.CreateResourceBuilder(resource)
                .WithEnvironment("OTEL_EXPORTER_OTLP_ENDPOINT", _collector.Url)
                .WithEnvironment("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf")
                .WithEnvironment("ASPNETCORE_ENVIRONMENT", "Development")
                .WithEnvironment("OTEL_BSP_SCHEDULE_DELAY", "50")
                .WithEnvironment("OTEL_BLRP_SCHEDULE_DELAY", "50");
        }

        _app = await builder.BuildAsync(patience.Token);
        await _app.StartAsync(patience.Token);
        await _app.ResourceNotifications.WaitForResourceHealthyAsync("service", patience.Token);
        await _app.ResourceNotifications.WaitForResourceHealthyAsync("backend", patience.Token);
        _backend = _app.CreateHttpClient("backend");
    }

    [Fact]
    public async Task Message_ThroughTheBackend_ReachesTheFunctionAndComesBack_InOneTrace()
    {
        Activity.Current = null;
        using var booked = await SendAsync("/appointments", new { phone = "+15005550010", name = "Ada", time = "on Friday" }, traceparent: null);
        using var sent = await SendAsync("/messages", new { to = "+15005550006", from = "+15005550010", body = "OK" }, $"00-{Trace}-{Test}-01");

        await Eventually.HoldsAsync(() => StatusOf("Ada") == "confirmed");
        await Eventually.HoldsAsync(() => Spans().Any(s => s.Name == "POST /sms"));
        var messages = await OfflineAsync("/_ahoy/messages");
        Assert.Contains(messages.AsArray(), m => (string?)m!["body"] == "Thank you, Ada. See you on Friday." && (string?)m["to"] == "+15005550010");

        // The test, the backend, its request to Twilio, Twilio, the gateway, the handler, and what that asks of Twilio: each below the one before.
        await Eventually.HoldsAsync(() => Spans().Any(s => s.Kind == 3 && s.Service != "backend"));
        var path = new List<string>();
        for (var span = Spans().First(s => s.Kind == 3 && s.Service != "backend"); span is not null; span = Spans().SingleOrDefault(s => s.Id == span.ParentId))
        {
            // The names of the backend's spans are .NET's own.
            path.Insert(0, span.Service == "backend" ? "backend" : $"{span.Service}: {span.Name}");
        }

        Assert.Equal(
            ["backend", "backend", "service: POST /2010-04-01/Accounts/{}/Messages.json", "service: POST /sms", "service: /sms", "service: GET /v1/Services/{}/Documents/{}"],
            path);
    }

    [Fact]
    public async Task Command_Text_ShowsWhatTheFunctionAnswers()
    {
        var commands = _app.Services.GetRequiredService<ResourceCommandService>();

        var result = await commands.ExecuteCommandAsync("service", "text", Arguments(("to", "/sms"), ("body", "Hello"), ("from", Ada)), CancellationToken.None);

        Assert.True(result.Success, result.Message);
        Assert.Contains("There is no appointment for this number.", result.Data!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Command_WithANumberThatIsNoNumber_SaysSo()
    {
        var commands = _app.Services.GetRequiredService<ResourceCommandService>();

        var result = await commands.ExecuteCommandAsync("service", "call", Arguments(("to", "/callback"), ("from", "nobody")), CancellationToken.None);

        Assert.False(result.Success);
        Assert.Contains("nobody", result.Message, StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        _backend?.Dispose();
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }

        _collector.Dispose();
    }

    private static InteractionInputCollection Arguments(params (string Name, string Value)[] values) =>
        new([.. values.Select(v => new InteractionInput { Name = v.Name, InputType = InputType.Text, Value = v.Value })]);

    private List<ReceivedSpan> Spans() => [.. _collector.Spans.Where(s => s.TraceId == Trace)];

    private string? StatusOf(string name) => _backend.GetFromJsonAsync<JsonArray>("/appointments").GetAwaiter().GetResult()!
        .Where(a => (string?)a!["name"] == name).Select(a => (string?)a!["status"]).SingleOrDefault();

    private async Task<JsonNode> OfflineAsync(string path)
    {
        using var client = _app.CreateHttpClient("service", "page");
        return (await client.GetFromJsonAsync<JsonNode>(path))!;
    }

    private async Task<HttpResponseMessage> SendAsync(string path, object body, string? traceparent)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        if (traceparent is not null)
        {
            request.Headers.Add("traceparent", traceparent);
        }

        var answer = await _backend.SendAsync(request);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return answer;
    }
}
