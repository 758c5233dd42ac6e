using System.Globalization;
using Ahoy.Bundling.FrontEnds;
using Ahoy.Bundling.TypeScript;
using Ahoy.Host.ControlPlane.Builds;
using Ahoy.Host.Development;
using Ahoy.Host.Environments;
using Ahoy.Host.Logs;
using Ahoy.Host.Offline;
using Ahoy.Host.Offline.Services;
using Ahoy.Host.Journal;
using Ahoy.Host.Page;
using Ahoy.Host.Workers;
using Ahoy.Model;
using Ahoy.Simulator.World;

namespace Ahoy.Host.Commands;

/// <summary>Runs <c>ahoy start</c> from its settings to its exit code: of a project, live, or of an archive as it is.</summary>
/// <param name="settings">What the user asked for.</param>
/// <param name="time">The clock.</param>
/// <param name="findings">What the rules find, for the page; null where the program has no rules.</param>
/// <param name="beside">What runs once the service is ready, and ends it; null where it serves until it is stopped.</param>
/// <param name="look">Takes what would be served, which is not served then.</param>
internal sealed class StartRunner(StartSettings settings, TimeProvider time, IPageFindings? findings = null, ProcessBeside? beside = null, Action<ServedEnvironment>? look = null)
{
    /// <summary>Serves until it is cancelled.</summary>
    /// <returns>The exit code: 0, or that of what ran beside it; 1 where it could not start.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        try
        {
            return await (settings.Archive is { } archive ? ServeArchiveAsync(archive, cancellation) : ServeProjectAsync(cancellation)).ConfigureAwait(false);
        }
        catch (Exception e) when (e is ProjectException or StartException or WorkerStartException or BuildFormatException or ModuleInstallException)
        {
            await Console.Error.WriteLineAsync(e.Message).ConfigureAwait(false);
            return 1;
        }
    }

    private async Task<int> ServeProjectAsync(CancellationToken cancellation)
    {
        var configuration = settings.Configuration();
        var live = new LiveConfiguration(settings.Folder, configuration);
        var found = live.Read();
        settings = settings.WithDefaults(found);
        var folder = ProjectFolder.Open(settings.Folder, settings.Given(), found);
        var port = ReadPort(folder);
        await NoteAsync(found).ConfigureAwait(false);
        using var log = HostLog.Open(settings.WritesJson, time, writesToErrors: beside is not null || look is not null);
        var events = new ProjectEventLog(log, time);
        var made = MakeOfflineAccount();
        using var compiler = await CompileAsync(found, events, cancellation).ConfigureAwait(false);
        // Where it can't be compiled that has been said, and is all.
        SayWhatIsLeftOut(folder);
        using var project = new LiveProject(settings.ProjectOptions(configuration, port) with { OfflineAccount = made, LiveConfiguration = live }, settings.IsLive, events);
        if (look is not null)
        {
            look(project.Current);
            return 0;
        }

        events.Served = project.Current;
        compiler?.Watch();
        using var script = settings.AssetsWatch is { Length: > 0 } name
            ? WatchingScript.Start(settings.Folder, name, events.OnScriptLine, code => events.OnScriptEnded(name, code))
            : null;
        return await ServeAsync(new Serving(project, () => project.Current, project.UseDomainName, settings.Folder, port, made, events), log, cancellation).ConfigureAwait(false);
    }

    // Where a build has just come before, it has compiled: then the host's own compiler warms up beside what is served already.
    private async Task<LiveCompiler?> CompileAsync(ToolkitConfiguration configuration, ProjectEventLog events, CancellationToken cancellation)
    {
        var project = ProjectFolder.Open(settings.Folder, settings.Given(), configuration).Settings;
        if (project.Layout.TypeScript is null)
        {
            return null;
        }

        if (settings.Build is null)
        {
            var result = TypeScriptBuild.Run(project, TypeScriptBuild.WorkFolderOf(project.Folder), cancellation);
            foreach (var message in result.Messages)
            {
                await Console.Error.WriteLineAsync(message.ToLine(project.Folder)).ConfigureAwait(false);
            }

            if (!result.IsComplete)
            {
                throw new StartException("The project's TypeScript can't be compiled.");
            }
        }

        return settings.IsLive ? new LiveCompiler(project, events) : null;
    }

    private async Task<int> ServeArchiveAsync(string archive, CancellationToken cancellation)
    {
        if (!File.Exists(archive))
        {
            throw new StartException($"{archive}: there is no such Build (--build).");
        }

        var port = settings.Port ?? ProjectSettings.DefaultPort;
        using var folder = WorkFolder.Of(archive, settings.Work);
        var variables = ReadVariables(folder).With(settings.Variables);
        var made = MakeOfflineAccount();
        var served = await ArchiveEnvironment.CreateAsync(archive, folder, variables, made, cancellation).ConfigureAwait(false);
        if (settings.PreparesOnly)
        {
            folder.Share(variables);
            return 0;
        }

        var catalog = new SingleEnvironment(served, settings.DomainName(port));
        using var log = HostLog.Open(settings.WritesJson, time, writesToErrors: beside is not null || look is not null);
        return await ServeAsync(new Serving(catalog, () => catalog.Current, catalog.UseDomainName, ProjectFolder: null, port, made, Events: null), log, cancellation).ConfigureAwait(false);
    }

    // For a project or an archive whose environment file names no account.
    private Account? MakeOfflineAccount() => settings.Offline is null ? null : Account.Generate();

    private async Task<int> ServeAsync(Serving serving, StreamLog log, CancellationToken cancellation)
    {
        var node = FindNode(serving.ProjectFolder, serving.Current().Build.Runtime, out var difference);
        var journal = HasPage ? new RequestJournal() : null;
        using var telemetry = HostExport.Start(serving.Current().Build.Service);
        var written = telemetry?.Join(settings.Sink(log)) ?? settings.Sink(log);
        var (port, sink) = (serving.Port, journal is null ? written : new JournalLog(written, journal));
        ServiceHost? started = null;
        var offline = serving.OfflineAccount is { } made ? CreateOffline(serving, made, () => started?.Port ?? port, sink) : null;
        serving.Events?.Reloaded = offline is null ? null : offline.OnReloaded;
        var page = journal is null ? null : CreatePage(journal, serving.Current, offline, () => started?.Port ?? port);
        var host = started = new ServiceHost(serving.Catalog, settings.GatewayOptions(port), settings.WorkerOptions(node) with { Traces = telemetry is not null }, offline?.Log ?? sink, time, offline, page);
        await using (host.ConfigureAwait(false))
        {
            await PortProblem.ThrowIfAnyAsync(host.StartAsync, port, settings.AdminPort, cancellation, settings.Offline?.Port ?? settings.Page?.Port).ConfigureAwait(false);
            if (port == 0 && settings.PublicUrl is null)
            {
                serving.UseDomainName(string.Create(CultureInfo.InvariantCulture, $"localhost:{host.Port}"));
                offline?.OnFunctionsChanged();
            }

            using var file = serving.ProjectFolder is { } folder && settings.IsAnnounced ? HostFile.Write(folder, host.Port, offline?.Url, page?.Url) : null;
            if (difference is not null)
            {
                await Console.Error.WriteLineAsync($"warning AHOY5019: {difference}.").ConfigureAwait(false);
            }

            if (beside is not null)
            {
                return await beside.RunAsync(host.Port, offline?.Url, settings.Folder, cancellation).ConfigureAwait(false);
            }

            StartBanner.Write(log, serving.Current(), host.Port, settings.WritesJson, settings.ListsAll, offline, page?.Url);
            if (page is not null && settings.Page!.Opens && !Browser.Open(page.Url))
            {
                await Console.Error.WriteLineAsync($"--open: there is no browser to be found here. The page is at {page.Url}/.").ConfigureAwait(false);
            }

            await Task.Delay(Timeout.Infinite, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return 0;
        }
    }

    // A Build's archive is served as it would be elsewhere, in a container for instance: nothing is kept of its requests unless somebody asks for the page.
    private bool HasPage => settings.Page is { } page && (settings.Archive is null || settings.Offline is not null || page.IsAskedFor);

    private PageHost CreatePage(RequestJournal journal, Func<ServedEnvironment> current, OfflineTwilio? offline, Func<int> port) => new(
        new PageOptions
        {
            Command = "start",
            Served = () => [current()],
            Port = settings.Page!.Port,
            GatewayUrl = () => string.Create(CultureInfo.InvariantCulture, $"http://localhost:{port()}"),
            PublicUrl = settings.ReadPublicUrl(),
            Folder = settings.Archive is null ? settings.Folder : null,
            EnvFile = settings.EnvFile ?? ".env",
            Findings = findings,
            EditorLink = settings.Page.EditorLink,
        },
        journal,
        offline,
        offline?.Mask ?? new LogMask(),
        time);

    private OfflineTwilio CreateOffline(Serving serving, Account made, Func<int> port, ILogSink log) => new(new OfflineOptions
    {
        Settings = settings.Offline!,
        Account = AccountOf(serving.Current(), made),
        Services = new ProjectServices(serving.Catalog, port),
        PhonesFolder = settings.Folder,
        Numbers = Environment.GetEnvironmentVariable(PhonesWatcher.NumbersVariable) is { Length: > 0 } numbers ? numbers : null,
        WatchesPhones = settings.IsLive,
        Log = log,
        Time = time,
    });

    private static Account AccountOf(ServedEnvironment served, Account made) => new(served.AccountSid!, served.AuthToken!, IsGenerated: served.AuthToken == made.AuthToken);

    private static int ReadPort(ProjectFolder project)
    {
        var port = project.ReadPort();
        return project.Problems is [var problem, ..] ? throw new StartException(problem.ToString()) : port;
    }

    private void SayWhatIsLeftOut(ProjectFolder project)
    {
        if (project.DescribeUncompiled() is { } uncompiled)
        {
            Console.Error.WriteLine(uncompiled);
        }

        // With the Build that MSBuild wrote they are known.
        if (settings.Build is null && project.FindListOfResources() is { } list)
        {
            Console.Error.WriteLine($"{Path.GetFileName(list)} says which resources there are, and only `dotnet run` understands it: here all files of the folders are served.");
        }
    }

    private string FindNode(string? projectFolder, string runtime, out string? difference)
    {
        var node = NodeLocator.Find(settings.Node, projectFolder, runtime) ?? throw new StartException(NodeLocator.MissingMessage);
        difference = NodeChoice.DescribeDifference(node, runtime, projectFolder);
        return node.File;
    }

    private static Task NoteAsync(ToolkitConfiguration configuration) =>
        configuration.Note is { } note ? Console.Error.WriteLineAsync(note) : Task.CompletedTask;

    private EnvFile ReadVariables(WorkFolder folder)
    {
        if (settings.EnvFile is not { } file)
        {
            return File.Exists(folder.NamesFile) ? EnvFile.Load(folder.NamesFile) : EnvFile.Empty;
        }

        var reader = new ProjectFolder(ProjectSettings.Of(Environment.CurrentDirectory, settings.Given(), ToolkitConfiguration.Empty));
        reader.CheckNamedFiles();
        var variables = reader.ReadEnvironment(file);
        foreach (var warning in reader.Warnings)
        {
            Console.Error.WriteLine($"warning {warning.Id}: {warning}");
        }

        return reader.Problems.Count > 0
            ? throw new StartException(string.Join(Environment.NewLine, reader.Problems))
            : variables ?? EnvFile.Empty;
    }

    /// <summary>What is served: a project, live, or an archive as it is.</summary>
    /// <param name="Catalog">Finds it for a request.</param>
    /// <param name="Current">What it is now.</param>
    /// <param name="UseDomainName">Tells it the host and port, once they are known.</param>
    /// <param name="ProjectFolder">The project's folder; null for an archive.</param>
    /// <param name="Port">The port to serve it at; 0 for one that is free.</param>
    /// <param name="OfflineAccount">The account that was made for the run; null where Twilio is not offline.</param>
    /// <param name="Events">Who is told of changes; null where there are none.</param>
    private sealed record Serving(
        IEnvironmentCatalog Catalog,
        Func<ServedEnvironment> Current,
        Action<string> UseDomainName,
        string? ProjectFolder,
        int Port,
        Account? OfflineAccount,
        ProjectEventLog? Events);
}
