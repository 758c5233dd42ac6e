using System.Collections;
using System.Globalization;
using Ahoy.Host.Development;
using Ahoy.Host.Gateway;
using Ahoy.Host.Logs;
using Ahoy.Host.Offline;
using Ahoy.Host.Workers;
using Ahoy.Simulator.World;

namespace Ahoy.Host.Commands;

/// <summary>Runs <c>ahoy start</c> from its settings to its exit code.</summary>
internal sealed class StartRunner(StartSettings settings, TimeProvider time)
{
    /// <summary>Serves until it is cancelled.</summary>
    /// <returns>The exit code: 0, or 1 where it could not start.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        try
        {
            return await ServeAsync(cancellation).ConfigureAwait(false);
        }
        catch (Exception e) when (e is ProjectException or StartException or WorkerStartException)
        {
            await Console.Error.WriteLineAsync(e.Message).ConfigureAwait(false);
            return 1;
        }
    }

    private async Task<int> ServeAsync(CancellationToken cancellation)
    {
        var node = NodeLocator.Find(settings.Node, settings.Folder) ?? throw new StartException(NodeLocator.MissingMessage);
        using var log = HostLog.Open(settings.WritesJson, time);
        var events = new ProjectEventLog(log, time);
        var made = settings.Offline is null ? null : Account.Generate();
        using var project = new LiveProject(ReadProjectOptions() with { OfflineAccount = made }, settings.IsLive, events);
        events.Deployment = project.Current;
        ILogSink sink = settings.LogsRequests ? log : new OutputOnlyLog(log);
        ServiceHost? started = null;
        var offline = made is null ? null : CreateOffline(project, made, () => started?.Port ?? settings.Port, sink, events);
        var host = started = new ServiceHost(project, GatewayOptions(), WorkerOptions(node), offline?.Log ?? sink, time, offline);
        await using (host.ConfigureAwait(false))
        {
            await PortProblem.ThrowIfAnyAsync(host.StartAsync, settings.Port, settings.AdminPort, cancellation, settings.Offline?.Port).ConfigureAwait(false);
            if (settings.Port == 0 && PublicUrl is null)
            {
                project.UseDomainName(string.Create(CultureInfo.InvariantCulture, $"localhost:{host.Port}"));
                offline?.OnFunctionsChanged();
            }

            using var file = HostFile.Write(settings.Folder, host.Port, offline?.Url);
            StartBanner.Write(log, project.Current, host.Port, settings.WritesJson, offline);
            await Task.Delay(Timeout.Infinite, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return 0;
    }

    private OfflineTwilio CreateOffline(LiveProject project, Account made, Func<int> port, ILogSink log, ProjectEventLog events)
    {
        var deployment = project.Current;
        var account = new Account(deployment.AccountSid!, deployment.AuthToken!, IsGenerated: deployment.AuthToken == made.AuthToken);
        var offline = new OfflineTwilio(new OfflineOptions
        {
            Settings = settings.Offline!,
            Account = account,
            Services = new ProjectServices(project, port),
            PhonesFolder = settings.Folder,
            WatchesPhones = settings.IsLive,
            Log = log,
            Time = time,
        });
        events.Reloaded = offline.OnReloaded;
        return offline;
    }

    private ProjectOptions ReadProjectOptions() => new()
    {
        Folder = settings.Folder,
        BuildFolder = settings.BuildFolder,
        FunctionsFolder = settings.FunctionsFolder,
        AssetsFolder = settings.AssetsFolder,
        EnvFile = settings.EnvFile,
        ServiceName = settings.ServiceName,
        DomainName = PublicUrl?.Authority ?? $"localhost:{settings.Port}",
    };

    private Uri? PublicUrl
    {
        get
        {
            if (settings.PublicUrl is null)
            {
                return null;
            }

            return Uri.TryCreate(settings.PublicUrl, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
                ? url
                : throw new StartException($"--public-url {settings.PublicUrl}: it must be a URL like https://example.ngrok.app.");
        }
    }

    private GatewayOptions GatewayOptions() => new()
    {
        Port = settings.Port,
        ListensToAll = settings.ListensToAll,
        AdminPort = settings.AdminPort,
        ChecksSignatures = settings.ChecksSignatures,
        PublicUrl = PublicUrl,
        LogsDetails = settings.IsDetailed,
    };

    private WorkerOptions WorkerOptions(string node)
    {
        var options = new WorkerOptions
        {
            NodePath = node,
            BreaksAtStart = settings.BreaksAtStart,
            KeepsSpare = settings.Inspect is null,
            MachineVariables = settings.LoadsLocalEnv ? MachineVariables() : new Dictionary<string, string>(),
        };
        if (settings.Inspect is not { } inspect)
        {
            return options;
        }

        var colon = inspect.LastIndexOf(':');
        return int.TryParse(inspect.AsSpan(colon + 1), out var port) && port is > 0 and <= 65535
            ? options with { InspectPort = port, InspectHost = colon > 0 ? inspect[..colon] : options.InspectHost }
            : throw new StartException($"--inspect {inspect}: it must be a port, or a host and a port.");
    }

    private static Dictionary<string, string> MachineVariables() => Environment.GetEnvironmentVariables()
        .Cast<DictionaryEntry>()
        .ToDictionary(e => (string)e.Key, e => (string?)e.Value ?? "", StringComparer.Ordinal);
}
