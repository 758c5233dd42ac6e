using System.Globalization;
using System.Net;
using Ahoy.Api.Credentials;
using Ahoy.Host.ControlPlane;
using Ahoy.Host.ControlPlane.Http;
using Ahoy.Host.ControlPlane.Logs;
using Ahoy.Host.ControlPlane.Security;
using Ahoy.Host.ControlPlane.Serving;
using Ahoy.Host.Gateway;
using Ahoy.Host.Logs;
using Ahoy.Host.Journal;
using Ahoy.Host.Offline;
using Ahoy.Host.Offline.Services;
using Ahoy.Host.Page;
using Ahoy.Host.Storage;
using Ahoy.Host.Workers;
using Ahoy.Model;
using Ahoy.Simulator.Rest.Requests;

namespace Ahoy.Host.Commands;

/// <summary>Runs <c>ahoy serve</c> from its settings to its exit code.</summary>
internal sealed class ServeRunner(ServeSettings settings, TimeProvider time)
{
    // A Service that is called now and then stays warm; one that nobody calls costs nothing.
    private static readonly TimeSpan s_lastIdleTime = TimeSpan.FromMinutes(1);

    /// <summary>Serves until it is cancelled.</summary>
    /// <returns>The exit code: 0, or 1 where it could not start.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        try
        {
            await ServeAsync(cancellation).ConfigureAwait(false);
            return 0;
        }
        catch (Exception e) when (e is StartException or WorkerStartException or DataFolderInUseException or DatabaseTooNewException or InvalidDataException)
        {
            await Console.Error.WriteLineAsync(e.Message).ConfigureAwait(false);
            return 1;
        }
    }

    private async Task ServeAsync(CancellationToken cancellation)
    {
        var node = NodeLocator.Find(settings.Node, projectFolder: null, NodeRuntime.Default)?.File ?? throw new StartException(NodeLocator.MissingMessage);
        using var data = DataFolder.Open(settings.Data);
        var (account, isNewAccount) = HostCredentials.Open(data.Path, settings.Account);
        using var log = HostLog.Open(settings.WritesJson, time);
        var app = CreateControlPlane(data, account);
        await using (app.ConfigureAwait(false))
        {
            var journal = settings.Page is null ? null : new RequestJournal();
            ILogSink sink = new BothLogs(app.Services.GetRequiredService<StoredLogSink>(), settings.Level.Of(settings.LogsRequests ? log : new OutputOnlyLog(log)));
            using var telemetry = HostExport.Start("ahoy");
            sink = telemetry?.Join(sink) ?? sink;
            sink = journal is null ? sink : new JournalLog(sink, journal);
            var served = app.Services.GetRequiredService<StoredEnvironments>();
            var options = new GatewayOptions { Port = settings.Port, ListensToAll = settings.ListensToAll, AdminPort = settings.AdminPort, TokenSource = "the Auth Token of this host's account (`ahoy invoke --signed` finds it)" };
            Uri? api = null;
            using var serverless = new ServerlessForward(account, () => api);
            var offline = settings.Offline is null ? null : CreateOffline(served, account, serverless, data.Path, sink);
            ServiceHost? started = null;
            var page = journal is null ? null : CreatePage(app.Services, served, journal, offline, () => started?.Port ?? settings.Port);
            var gateway = started = new ServiceHost(
                served, options, new WorkerOptions { NodePath = node, LastIdleTime = s_lastIdleTime, Traces = telemetry is not null }, offline?.Log ?? sink, time, offline, page);
            await using (gateway.ConfigureAwait(false))
            {
                await PortProblem.ThrowIfAnyAsync(gateway.StartAsync, settings.Port, settings.AdminPort, cancellation, settings.Offline?.Port ?? settings.Page?.Port).ConfigureAwait(false);
                app.Services.GetRequiredService<GatewayAddress>().Port = gateway.Port;
                await PortProblem.ThrowIfAnyAsync(app.StartAsync, settings.ApiPort, adminPort: null, cancellation).ConfigureAwait(false);

                api = ApiAddress(app);
                offline?.OnFunctionsChanged();
                HostRegistry.OfThisUser.Add(api, data.Path);
                ServeBanner.Write(log, settings, gateway.Port, api, data.Path, isNewAccount, served.Count, offline, page?.Url);
                if (page is not null && settings.Page!.Opens && !Browser.Open(page.Url))
                {
                    await Console.Error.WriteLineAsync($"--open: there is no browser to be found here. The page is at {page.Url}/.").ConfigureAwait(false);
                }

                await Task.Delay(Timeout.Infinite, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }

            await app.StopAsync(CancellationToken.None).ConfigureAwait(false);
        }
    }

    private PageHost CreatePage(IServiceProvider services, StoredEnvironments served, RequestJournal journal, OfflineTwilio? offline, Func<int> port) => new(
        new PageOptions
        {
            Command = "serve",
            Served = served.All,
            Port = settings.Page!.Port,
            GatewayUrl = () => string.Create(CultureInfo.InvariantCulture, $"http://*.{settings.Domain}:{port()}"),
            EditorLink = settings.Page.EditorLink,
            Deployments = new HostDeploys(
                services.GetRequiredService<ServiceStore>(),
                services.GetRequiredService<EnvironmentStore>(),
                services.GetRequiredService<DeploymentStore>(),
                services.GetRequiredService<BuildStore>(),
                served),
        },
        journal,
        offline,
        offline?.Mask ?? new LogMask(),
        time);

    private OfflineTwilio CreateOffline(
        StoredEnvironments served, Account account, ServerlessForward serverless, string folder, ILogSink log) => new(new OfflineOptions
    {
        Settings = settings.Offline!,

        // Also where it is new: it stays in the data folder.
        Account = new Ahoy.Simulator.World.Account(account.Sid, account.AuthToken, IsGenerated: false),
        Services = new DeployedServices(served),
        PhonesFolder = folder,
        Log = log,
        Time = time,
        Forwards = new Dictionary<string, RestForward> { [ServerlessForward.Host] = serverless.AnswerAsync },
    });

    private WebApplication CreateControlPlane(DataFolder data, Account account)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });

        // The standard output is the log's and the ready line's.
        builder.Logging.ClearProviders();
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true);
        builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(
            console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("Ahoy", LogLevel.Information)
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(settings.ApiListensToAll ? IPAddress.Any : IPAddress.Loopback, settings.ApiPort);
        });
        builder.Services.AddSingleton(time);
        builder.Services.AddControlPlane(new ControlPlaneOptions
        {
            Data = data,
            Account = account,
            Domain = settings.Domain,
            MaxServices = settings.MaxServices,
            AllowedHostNames = settings.AllowedHostNames,
            Region = settings.Region,
        });
        var app = builder.Build();
        app.UseControlPlane();
        return app;
    }

    private static Uri ApiAddress(WebApplication app) =>
        new UriBuilder(new Uri(app.Urls.First())) { Host = IPAddress.Loopback.ToString() }.Uri;
}
