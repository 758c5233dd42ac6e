using System.CommandLine;
using Ahoy.Host.Page;
using Ahoy.Model;

namespace Ahoy.Host.Commands;

/// <summary><c>ahoy start</c>: serves one project, live, or a Build's archive. It is what <c>dotnet run</c> runs as well.</summary>
/// <remarks>A new option is a line here, a property of <see cref="StartSettings"/>, and the place where that is used.</remarks>
internal sealed class StartCommand
{
    /// <summary>Where the debugger listens unless somebody says otherwise.</summary>
    public const string DefaultInspectAddress = "127.0.0.1:9229";

    private readonly Command _command;
    private readonly List<Func<ParseResult, StartSettings, StartSettings>> _setters = [];
    private readonly List<Option> _ofProjects = [];
    private readonly List<Option> _ofArchives = [];

    private readonly IPageFindings? _findings;

    private StartCommand(Command command, Argument<string?>? folder, IPageFindings? findings)
    {
        (_command, _findings) = (command, findings);
        var project = LastOption.Text("--project", "The project's folder.", "--cwd");
        _command.Add(project);
        _setters.Add((parsed, settings) => settings with { Folder = Path.GetFullPath(parsed.GetValue(project) ?? (folder is null ? null : parsed.GetValue(folder)) ?? ".") });

        Add(LastOption.Text("--build", "The project's Build folder, or a Build's archive (.ahoy.zip) to serve."),
            (settings, value) => settings with { Build = value is null ? null : Path.GetFullPath(value) });
        _ofArchives.Add(Add(LastOption.Text("--work", "With a Build's archive: the folder to unpack it to."),
            (settings, value) => settings with { Work = value }));
        _ofArchives.Add(Add(LastOption.Flag("--prepare", "With a Build's archive: unpacks it, installs npm modules, and ends."),
            (settings, value) => settings with { PreparesOnly = value }));
        Add(LastOption.OptionalPort("--port", "The port, or 0 for a free one. The configuration's or 3000 by default.", "-p"),
            (settings, value) => settings with { Port = value });
        Add(LastOption.Text("--env", "The environment file. The configuration's or .env by default.", "--env-file", "-e"),
            (settings, value) => settings with { EnvFile = value });
        _ofProjects.Add(Add(LastOption.Text("--functions-folder", "The folder of the Functions."),
            (settings, value) => settings with { FunctionsFolder = value }));
        _ofProjects.Add(Add(LastOption.Text("--assets-folder", "The folder of the Assets."),
            (settings, value) => settings with { AssetsFolder = value }));
        _ofProjects.Add(Add(LastOption.Text("--service-name", "The Service's name.", "-n"),
            (settings, value) => settings with { ServiceName = value }));
        _ofProjects.Add(Add(LastOption.Text("--config", "The configuration file. The project's .twilioserverlessrc by default.", "-c"),
            (settings, value) => settings with { ConfigurationFile = value }));
        Add(LastOption.Flag("--no-config", "Reads no configuration file."),
            (settings, value) => settings with { ReadsConfiguration = !value });
        Add(LastOption.Text("--node", "The Node to run Functions with."),
            (settings, value) => settings with { Node = value });
        Add(LastOption.Text("--public-url", "The URL of your tunnel to this host, for Twilio's signatures."),
            (settings, value) => settings with { PublicUrl = value });
        Add(LastOption.Flag("--no-signature", "Serves protected resources without a signature, for trying things out."),
            (settings, value) => settings with { ChecksSignatures = !value });
        Add(LastOption.Flag("--listen-all", "Listens on all addresses of this machine, not only on localhost."),
            (settings, value) => settings with { ListensToAll = value });
        Add(LastOption.OptionalPort("--admin-port", "The port that tells whether the host can serve. Closed by default."),
            (settings, value) => settings with { AdminPort = value });
        Add(LastOption.OptionalText("--inspect", DefaultInspectAddress, "Opens Node's debugger at [host:]port. 9229 by default."),
            (settings, value) => settings with { Inspect = value });
        Add(LastOption.OptionalText("--inspect-brk", DefaultInspectAddress, "The same, and waits for a debugger before the first Function runs."),
            (settings, value) => value is null ? settings : settings with { Inspect = value, BreaksAtStart = true });
        _ofProjects.Add(Add(LastOption.Flag("--no-typescript", "Does not compile TypeScript, because something else does."),
            (settings, value) => settings with { CompilesTypeScript = !value }));
        _ofProjects.Add(Add(LastOption.Text("--assets-watch", "A script of package.json that runs beside the host and makes Assets."),
            (settings, value) => settings with { AssetsWatch = value }));
        _ofProjects.Add(Add(LastOption.Flag("--bundle", "Bundles each Function with what it needs, like AhoyBundle."),
            (settings, value) => settings with { Bundles = value }));
        _ofProjects.Add(Add(LastOption.Flag("--no-live", "Does not watch the project's files."),
            (settings, value) => settings with { IsLive = !value }));
        Add(LastOption.Flag("--load-local-env", "Shows this machine's environment variables to Functions.", "-f"),
            (settings, value) => settings with { LoadsLocalEnv = value });
        Add(LastOption.Choice("--log-format", "How log lines are written", "text", "json"),
            (settings, value) => settings with { WritesJson = value == "json" });
        Add(LastOption.Flag(ResourceGroups.ListAllOption, "Lists each resource at the start, even if there are more than 20."),
            (settings, value) => settings with { ListsAll = value });
        Add(LastOption.Flag("--detailed-logs", "Writes the parameters of each request."),
            (settings, value) => settings with { IsDetailed = value });
        Add(LastOption.Flag("--no-logs", "Writes no line for each request; what Functions print is still written."),
            (settings, value) => settings with { LogsRequests = !value });
        _setters.Add((_, settings) => settings with { Variables = HostVariables.Read(Environment.GetEnvironmentVariable) });
        _setters.Add((parsed, settings) => settings with { Level = LogLevelOption.Read(parsed) });
        var page = new PageOption(_command, isUsual: true);
        var offline = new OfflineOption(_command, page.HasPage);
        _setters.Add((parsed, settings) => settings with { Offline = offline.Read(parsed) });
        _setters.Add((parsed, settings) => settings with { Page = page.Read(parsed, offline.ReadPort(parsed), settings.Offline) });
        _command.SetAction((parsed, cancellation) => RunAsync(parsed, settings => new StartRunner(settings, TimeProvider.System, _findings).RunAsync(cancellation)));
    }

    /// <param name="findings">What the rules find, for the page; null where the program has no rules.</param>
    public static Command Create(IPageFindings? findings = null) => Make(findings)._command;

    /// <summary>Gives another command the options of this one, and runs it with what they say.</summary>
    /// <param name="command">The command, which has its arguments.</param>
    /// <param name="findings">What the rules find, for the page; null where the program has no rules.</param>
    /// <param name="run">Runs it.</param>
    public static Command Extend(Command command, IPageFindings? findings, Func<ParseResult, StartSettings, CancellationToken, Task<int>> run)
    {
        var start = new StartCommand(command, folder: null, findings);
        command.SetAction((parsed, cancellation) => start.RunAsync(parsed, settings => run(parsed, settings, cancellation)));
        return command;
    }

    /// <summary>What a command line asks for.</summary>
    /// <param name="arguments">The arguments that come after <c>start</c>.</param>
    public static StartSettings Read(IReadOnlyList<string> arguments)
    {
        var command = Make(findings: null);
        return command.SettingsOf(command._command.Parse(arguments));
    }

    private static StartCommand Make(IPageFindings? findings)
    {
        var folder = new Argument<string?>("dir") { Description = "The project's folder. The current folder by default.", Arity = ArgumentArity.ZeroOrOne };
        return new StartCommand(new Command("start", "Serves a project on this machine, and again after each change.") { folder }, folder, findings);
    }

    private StartSettings SettingsOf(ParseResult parsed) => _setters.Aggregate(new StartSettings(), (current, set) => set(parsed, current));

    private Option<T> Add<T>(Option<T> option, Func<StartSettings, T?, StartSettings> set)
    {
        _command.Add(option);
        _setters.Add((parsed, settings) => set(settings, parsed.GetValue(option)));
        return option;
    }

    private async Task<int> RunAsync(ParseResult parsed, Func<StartSettings, Task<int>> run)
    {
        var settings = SettingsOf(parsed);
        if (FindProblem(parsed, settings) is { } problem)
        {
            await parsed.InvocationConfiguration.Error.WriteLineAsync(problem).ConfigureAwait(false);
            return 1;
        }

        return await run(settings).ConfigureAwait(false);
    }

    // An option that would do nothing is refused: whoever gives it expects something of it.
    private string? FindProblem(ParseResult parsed, StartSettings settings)
    {
        var refused = (settings.Archive is null ? _ofArchives : _ofProjects).Find(option => parsed.GetResult(option) is { Implicit: false });
        return refused is null ? null : settings.Archive is { } archive
            ? $"{refused.Name} is about a project, and {Path.GetFileName(archive)} is served as it was built: leave it out."
            : $"{refused.Name} is about a Build's archive: name one with --build, or leave it out.";
    }
}
