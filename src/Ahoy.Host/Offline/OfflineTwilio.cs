using System.Globalization;
using Ahoy.Host.Environments;
using Ahoy.Host.Gateway;
using Ahoy.Host.Logs;
using Ahoy.Host.Offline.Control;
using Ahoy.Host.Offline.Logs;
using Ahoy.Host.Offline.Services;
using Ahoy.Host.Offline.Sockets;
using Ahoy.Host.Offline.Webhooks;
using Ahoy.Host.Workers;
using Ahoy.Simulator;
using Ahoy.Simulator.Rest;
using Ahoy.Simulator.World;

namespace Ahoy.Host.Offline;

/// <summary>Twilio on this machine, put together: the simulator, where it listens, what it calls, and what it tells.</summary>
internal sealed class OfflineTwilio : IAsyncDisposable
{
    private readonly OfflineSettings _settings;
    private readonly TimeProvider _time;
    private readonly WebhookSender _sender;
    private readonly WorldLog _log;
    private readonly OfflineServer _server;
    private readonly PhonesWatcher _phones;
    private readonly CancellationTokenSource _stopping = new();

    public OfflineTwilio(OfflineOptions options)
    {
        _settings = options.Settings;
        _time = options.Time;
        Services = options.Services;
        var causes = new WebhookCauses();
        RestServices? api = null;
        Mask = new LogMask(() => api?.Secrets ?? []);
        _log = new WorldLog(options.Log, Mask, options.Services);
        _sender = new WebhookSender(options.Services, new GatewayWebhooks(causes, options.Time), _settings.IsStrict, options.Time);
        Simulator = new TwilioSimulator(
            new SimulatorOptions
            {
                Account = options.Account,
                Time = options.Time,
                Mask = Mask.Apply,
                ResolvePath = options.Services.ResolvePath,
                Sockets = new SocketOpener(),
                FunctionOf = url => Uri.TryCreate(url, UriKind.Absolute, out var uri) ? options.Services.FunctionOf(uri) : null,
            },
            _sender);
        _sender.Connect(Simulator);
        _log.Connect(Simulator.World);
        Simulator.Listen(new WorldConsole(_log, options.Services, options.Time).OnEvent);
        var rest = api = new RestServices(Simulator, options.Forwards);
        Control = MapControl(rest, options.Time);
        Application = new OfflineApplication(new RestEndpoint(rest, causes, options.Services, _log, options.Time), Control, OnFailed);
        _server = new OfflineServer(_settings, Application);
        _phones = new PhonesWatcher(options.PhonesFolder, options.Numbers, options.WatchesPhones, Simulator, options.Services, _log, options.Time);
    }

    /// <summary>The Services that it calls.</summary>
    public IOfflineServices Services { get; }

    /// <summary>Whether Functions reach nothing outside of this machine.</summary>
    public bool IsStrict => _settings.IsStrict;

    /// <summary>The simulator.</summary>
    public TwilioSimulator Simulator { get; }

    /// <summary>What is below <c>/_ahoy/</c>; more can be added before it is started.</summary>
    public ControlRoutes Control { get; }

    /// <summary>What answers requests to it.</summary>
    public OfflineApplication Application { get; }

    /// <summary>Where the host writes its log from now on, so that the world has it too.</summary>
    public ILogSink Log => _log;

    /// <summary>Takes the account's credentials, and those of the keys that were made through the API, out of what is logged.</summary>
    public LogMask Mask { get; }

    /// <summary>Where it is reached, once it is started.</summary>
    public string Url => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{_server.Port}");

    /// <summary>What workers are told.</summary>
    /// <param name="gatewayPort">The gateway's port.</param>
    public OfflineSeam SeamFor(Func<int> gatewayPort) => new()
    {
        Port = () => _server.Port,
        GatewayPort = gatewayPort,
        IsStrict = _settings.IsStrict,
        PrefixOf = served => Services.NameOf(served, ""),
    };

    /// <summary>Tells it which gateway serves the Services.</summary>
    public void Connect(GatewayApplication gateway) => _sender.Own.Connect(gateway);

    /// <summary>Begins to listen.</summary>
    /// <exception cref="IOException">The port can't be used.</exception>
    public Task StartAsync(CancellationToken cancellation)
    {
        _phones.Read();
        return _server.StartAsync(cancellation);
    }

    /// <summary>The Functions changed, or the name that they are reached by: <c>phones.json</c> names some of them.</summary>
    public void OnFunctionsChanged() => _phones.Read();

    /// <summary>The project changed. Its account is the one of the start.</summary>
    public void OnReloaded(ServedEnvironment served)
    {
        OnFunctionsChanged();
        var account = Simulator.World.Account;
        if (served.AccountSid != account.Sid || served.AuthToken != account.AuthToken)
        {
            _log.Write(new OutputEntry(
                _time.GetUtcNow(), served, null, null, OutputLevel.Warn, 0,
                "The credentials in the environment file are others than at the start, and the offline Twilio keeps those: start again for the new ones."));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        _phones.Dispose();
        await _server.DisposeAsync().ConfigureAwait(false);
        Simulator.Dispose();
        _sender.Dispose();
        _stopping.Dispose();
    }

    private ControlRoutes MapControl(RestServices rest, TimeProvider time)
    {
        var routes = new ControlRoutes();
        var world = Simulator.World;
        routes.Map("GET", "account", request =>
        {
            var numbers = world.InTurn(() => world.Phones.Numbers.Select(n => n.Number).ToArray());
            return request.WriteAsync(new AccountAnswer(world.Account.Sid, world.Account.AuthToken, numbers), ControlJson.Default.AccountAnswer);
        });
        var media = new MediaEndpoints(() => Url);
        MessageEndpoints.Map(routes, Simulator);
        CallEndpoints.Map(routes, Simulator);
        ListEndpoints.Map(routes, Simulator, _log);
        new EventStream(Simulator, _log, time, _stopping.Token).Map(routes);
        HandsetEndpoints.Map(routes, Simulator);
        FaultEndpoints.Map(routes, Simulator);
        ClockEndpoints.Map(routes, Simulator);
        media.Map(routes);
        routes.Map("POST", "reset", request =>
        {
            // What was logged before belongs to what is forgotten.
            _log.Tell();
            Simulator.Reset();
            rest.Reset();
            media.Clear();
            return request.WriteNothing();
        });
        return routes;
    }

    private void OnFailed(Exception problem) => Simulator.World.InTurn(() => Simulator.World.Log("error", $"The simulator failed: {problem}"));
}
