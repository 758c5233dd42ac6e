using System.Collections.Concurrent;
using System.CommandLine;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Ahoy.Cli.Offline;
using Ahoy.Simulator;
using Ahoy.Simulator.Webhooks;
using Ahoy.Simulator.World;
using Ahoy.Simulator.World.Clock;
using Ahoy.Simulator.World.Events;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ahoy.Cli.Tests.Offline;

/// <summary>A simulator with webhooks that a test scripts, and what the commands need of <c>/_ahoy/</c>, at an address of its own.</summary>
internal sealed class OfflineWorld : IWebhookSender, IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Func<WebhookRequest, Task<WebhookResponse>>> _webhooks = new(StringComparer.Ordinal);
    private readonly WebApplication _app;

    private OfflineWorld(ClockMode mode)
    {
        Simulator = new TwilioSimulator(
            new SimulatorOptions { ResolvePath = path => _webhooks.ContainsKey(path) ? "http://localhost:3000" + path : null }, this);
        Simulator.World.SetMode(mode);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull);
        _app = builder.Build();
    }

    public TwilioSimulator Simulator { get; }

    public string Url => _app.Urls.First();

    public static async Task<OfflineWorld> StartAsync(ClockMode mode = ClockMode.Fast)
    {
        var world = new OfflineWorld(mode);
        world.Map();
        await world._app.StartAsync(TestContext.Current.CancellationToken);
        return world;
    }

    /// <summary>Scripts a webhook that answers with these verbs.</summary>
    public OfflineWorld OnTwiml(string path, string verbs) => On(path, _ => Task.FromResult(Answer($"<Response>{verbs}</Response>")));

    public OfflineWorld On(string path, Func<WebhookRequest, Task<WebhookResponse>> answer)
    {
        _webhooks[path] = answer;
        return this;
    }

    /// <summary>Scripts a webhook that throws, as a Function does: its error is in the log, and the answer is a 500.</summary>
    public OfflineWorld OnThrow(string path, string stack) => On(path, _ =>
    {
        Simulator.World.InTurn(() => Simulator.World.Events.Keep(
            EventKind.Logs, sequence => new LogLine(sequence, Simulator.World.Now, "error", stack, path, "RQ1")));
        return Task.FromResult(Answer("error", 500));
    });

    public static WebhookResponse Answer(string body, int status = 200) =>
        new() { Status = status, Body = Encoding.UTF8.GetBytes(body), Headers = [new("Content-Type", "text/xml")] };

    /// <summary>Runs a command against it.</summary>
    public async Task<(int Exit, string Output, string Error)> RunAsync(params string[] arguments) => await RunAtAsync(Url, arguments);

    public static async Task<(int Exit, string Output, string Error)> RunAtAsync(string url, params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var root = new RootCommand { TextCommand.Create(), CallCommand.Create() };
        var exit = await root.Parse([.. arguments, "--offline-url", url]).InvokeAsync(
            new InvocationConfiguration { Output = output, Error = error }, TestContext.Current.CancellationToken);
        return (exit, output.ToString(), error.ToString());
    }

    async ValueTask<WebhookResponse> IWebhookSender.SendAsync(WebhookRequest request, CancellationToken cancellationToken) =>
        await _webhooks[new Uri(request.Url).AbsolutePath](request);

    public async ValueTask DisposeAsync()
    {
        using var impatient = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        try
        {
            await _app.StopAsync(impatient.Token);
        }
        catch (OperationCanceledException)
        {
            // Who still listened was let go.
        }

        await _app.DisposeAsync();
        Simulator.Dispose();
    }

    private void Map()
    {
        _app.Use(async (context, next) =>
        {
            try
            {
                await next(context);
            }
            catch (InvalidRequestException e)
            {
                context.Response.StatusCode = 400;
                await context.Response.WriteAsJsonAsync(new { code = 20001, message = e.Message, status = 400 });
            }
        });
        _app.MapPost("/_ahoy/messages", async (Inbound m) => Results.Json(await Simulator.ReceiveMessageAsync(m.From, m.To, m.Body ?? "", m.MediaUrls)));
        _app.MapPost("/_ahoy/calls", async (Inbound c) => Results.Json(await Simulator.ReceiveCallAsync(c.From, c.To)));
        _app.MapPost("/_ahoy/calls/{sid}/digits", async (string sid, Act act) => Results.Json(await Simulator.PressAsync(sid, act.Digits!)));
        _app.MapPost("/_ahoy/calls/{sid}/speech", async (string sid, Act act) => Results.Json(await Simulator.SpeakAsync(sid, act.Text!, null)));
        _app.MapPost("/_ahoy/calls/{sid}/recording", async (string sid, Act act) => Results.Json(await Simulator.RecordAsync(sid, act.Text!, null)));
        _app.MapPost("/_ahoy/calls/{sid}/hangup", async (string sid) => Results.Json(await Simulator.HangUpAsync(sid)));
        _app.MapPost("/_ahoy/calls/{sid}/answer", async (string sid) => Results.Json(await Simulator.AnswerAsync(sid)));
        _app.MapPost("/_ahoy/calls/{sid}/reject", async (string sid) => Results.Json(await Simulator.RejectAsync(sid)));
        _app.MapGet("/_ahoy/calls", () => Results.Json(Simulator.Calls()));
        _app.MapGet("/_ahoy/alerts", (long? since) => Results.Json(Simulator.Events(EventKind.Alerts, since ?? 0)));
        _app.MapGet("/_ahoy/logs", (long? since) => Results.Json(Simulator.Events(EventKind.Logs, since ?? 0)));
        _app.MapPut("/_ahoy/clock", (Clock clock) =>
        {
            Simulator.World.SetMode(Enum.Parse<ClockMode>(clock.Mode!, ignoreCase: true));
            return ClockNow();
        });
        _app.MapPost("/_ahoy/clock/advance", async (Clock clock) =>
        {
            await Simulator.World.AdvanceAsync(System.Xml.XmlConvert.ToTimeSpan(clock.By!));
            return ClockNow();
        });
        _app.MapGet("/_ahoy/events", TellAsync);
    }

    private IResult ClockNow() => Results.Json(new { mode = Simulator.World.Mode.ToString().ToLowerInvariant(), now = Simulator.World.Now });

    private async Task TellAsync(HttpContext context)
    {
        var events = Channel.CreateUnbounded<WorldEvent>();
        context.Response.ContentType = "text/event-stream";
        await context.Response.StartAsync(context.RequestAborted);
        var since = long.Parse(context.Request.Query["since"].FirstOrDefault() ?? "0");
        foreach (var line in Simulator.Events(EventKind.Logs, since).Cast<LogLine>())
        {
            events.Writer.TryWrite(new WorldEvent(EventKind.Logs, line.Sequence, line));
        }

        using var listening = Simulator.Listen(e => events.Writer.TryWrite(e));
        await context.Response.Body.FlushAsync(context.RequestAborted);
        await foreach (var item in events.Reader.ReadAllAsync(context.RequestAborted))
        {
            var data = JsonSerializer.Serialize(item.Data, item.Data.GetType(), JsonSerializerOptions.Web);
            await context.Response.WriteAsync($"event: {item.Name}\nid: {item.Sequence}\ndata: {data}\n\n", context.RequestAborted);
        }
    }

    private sealed record Inbound(string? From, string To, string? Body, IReadOnlyList<string>? MediaUrls);

    private sealed record Act(string? Digits, string? Text);

    private sealed record Clock(string? Mode, string? By);
}
