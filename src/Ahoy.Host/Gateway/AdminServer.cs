using System.Net;
using System.Text.Json.Serialization;
using Ahoy.Host.Telemetry.Prometheus;

namespace Ahoy.Host.Gateway;

/// <summary>
/// The admin address, for the probes of whatever runs the host: it answers at <c>/</c> whether requests can be served, and at <c>/metrics</c> what was
/// measured. It has a port of its own, so that no Service's path is in its way and a balancer does not show it to the world.
/// </summary>
internal sealed partial class AdminServer : IAsyncDisposable
{
    private readonly MetricsRecorder _metrics = new();
    private readonly WebApplication _app;
    private volatile HealthState _state = HealthState.Starting;

    /// <param name="port">The port, or 0 for one that is free.</param>
    /// <param name="listensToAll">Whether other machines can reach it; otherwise this one alone.</param>
    public AdminServer(int port, bool listensToAll)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(listensToAll ? IPAddress.Any : IPAddress.Loopback, port);
        });
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, HealthJson.Default));
        _app = builder.Build();
        _app.MapGet("/", IResult () => TypedResults.Json(
            new Health(_state.ToString().ToLowerInvariant()),
            HealthJson.Default.Health,
            statusCode: _state == HealthState.Ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable));
        _app.MapGet("/metrics", IResult () => TypedResults.Text(_metrics.Write(), MetricsRecorder.ContentType));
    }

    /// <summary>The port that it listens on, once it is started.</summary>
    public int Port { get; private set; }

    /// <summary>What it answers.</summary>
    public HealthState State
    {
        get => _state;
        set => _state = value;
    }

    /// <summary>Begins to listen.</summary>
    /// <exception cref="IOException">The port is in use, or may not be used.</exception>
    public async Task StartAsync(CancellationToken cancellation)
    {
        await _app.StartAsync(cancellation).ConfigureAwait(false);
        Port = new Uri(_app.Urls.First()).Port;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(CancellationToken.None).ConfigureAwait(false);
        await _app.DisposeAsync().ConfigureAwait(false);
        _metrics.Dispose();
    }

    private sealed record Health(string Status);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
    [JsonSerializable(typeof(Health))]
    private sealed partial class HealthJson : JsonSerializerContext;
}
