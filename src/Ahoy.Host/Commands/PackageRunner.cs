using Ahoy.Host.ControlPlane.Builds;
using Ahoy.Host.Deployments;
using Ahoy.Host.Gateway;
using Ahoy.Host.Logs;
using Ahoy.Host.Offline;
using Ahoy.Host.Workers;
using Ahoy.Model;
using Ahoy.Simulator.World;

namespace Ahoy.Host.Commands;

/// <summary>Runs <c>ahoy start --build service.ahoy.zip</c>: serves a Build as it is.</summary>
/// <param name="settings">What the user asked for; the Build is an archive.</param>
/// <param name="work">The folder to unpack into; null for one of the runner's choice.</param>
/// <param name="preparesOnly">Whether to end once all is unpacked and installed, for a container's image.</param>
/// <param name="time">What time it is.</param>
internal sealed class PackageRunner(StartSettings settings, string? work, bool preparesOnly, TimeProvider time)
{
    /// <summary>Serves until it is cancelled.</summary>
    /// <returns>The exit code: 0, or 1 where it could not start.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        try
        {
            await ServeAsync(cancellation).ConfigureAwait(false);
            return 0;
        }
        catch (Exception e) when (e is StartException or WorkerStartException or BuildFormatException or ModuleInstallException)
        {
            await Console.Error.WriteLineAsync(e.Message).ConfigureAwait(false);
            return 1;
        }
    }

    private async Task ServeAsync(CancellationToken cancellation)
    {
        var archive = settings.BuildFolder!;
        if (!File.Exists(archive))
        {
            throw new StartException($"{archive}: there is no such Build (--build).");
        }

        using var folder = WorkFolder.Of(archive, work);
        var variables = Variables(folder);
        var made = settings.Offline is null ? null : Account.Generate();
        var deployment = await PackageDeployment.CreateAsync(
            archive, folder, variables, $"localhost:{settings.Port}", made, cancellation).ConfigureAwait(false);
        if (preparesOnly)
        {
            folder.Share(variables);
            return;
        }

        var node = NodeLocator.Find(settings.Node, projectFolder: null) ?? throw new StartException(NodeLocator.MissingMessage);
        using var log = HostLog.Open(settings.WritesJson, time);
        var options = new GatewayOptions { Port = settings.Port, ListensToAll = settings.ListensToAll, AdminPort = settings.AdminPort, ChecksSignatures = settings.ChecksSignatures };
        var catalog = new SingleDeployment(deployment);
        ILogSink sink = settings.LogsRequests ? log : new OutputOnlyLog(log);
        ServiceHost? started = null;
        var offline = made is null ? null : new OfflineTwilio(new OfflineOptions
        {
            Settings = settings.Offline!,
            Account = new Account(deployment.AccountSid!, deployment.AuthToken!, IsGenerated: deployment.AuthToken == made.AuthToken),
            Services = new ProjectServices(catalog, () => started?.Port ?? settings.Port),
            PhonesFolder = settings.Folder,
            Log = sink,
            Time = time,
        });
        var host = started = new ServiceHost(catalog, options, new WorkerOptions { NodePath = node }, offline?.Log ?? sink, time, offline);
        await using (host.ConfigureAwait(false))
        {
            await PortProblem.ThrowIfAnyAsync(host.StartAsync, settings.Port, settings.AdminPort, cancellation, settings.Offline?.Port).ConfigureAwait(false);
            StartBanner.Write(log, deployment, host.Port, settings.WritesJson, offline);
            await Task.Delay(Timeout.Infinite, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private EnvFile Variables(WorkFolder folder)
    {
        if (settings.EnvFile is not { } file)
        {
            return File.Exists(folder.NamesFile) ? EnvFile.Load(folder.NamesFile) : EnvFile.Empty;
        }

        return File.Exists(file) ? EnvFile.Load(file) : throw new StartException($"{file}: there is no such environment file (--env).");
    }
}
