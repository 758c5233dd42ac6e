using System.CommandLine;
using Ahoy.Bundling.Output;

namespace Ahoy.Host.Commands;

/// <summary><c>ahoy start</c>: serves one project, live. It is what <c>dotnet run</c> runs as well.</summary>
internal static class StartCommand
{
    private const string DefaultInspectAddress = "127.0.0.1:9229";

    public static Command Create()
    {
        var folder = new Argument<string?>("dir") { Description = "The project's folder; the current one where it is left out.", Arity = ArgumentArity.ZeroOrOne };
        var project = LastOption.Text("--project", "The project's folder.", "--cwd");
        var build = LastOption.Text("--build", "The folder of the project's Build (build.json): paths and visibilities that the project sets are taken from it. Or a Build's archive (.ahoy.zip), which is served as it is, without a project.");
        var work = LastOption.Text("--work", "With a Build's archive: the folder that it is unpacked into, which several hosts can share; beside the archive, or a temporary one, where it is left out.");
        var prepare = LastOption.Flag("--prepare", "With a Build's archive: unpacks it and installs its npm modules, for a container's image, and serves nothing.");
        var port = LastOption.Port("--port", 3000, "The port to listen on; 0 for one that is free.", "-p");
        var env = LastOption.Text("--env", "The environment file; .env where it is left out.", "--env-file", "-e");
        var functions = LastOption.Text("--functions-folder", "The folder of the Functions.");
        var assets = LastOption.Text("--assets-folder", "The folder of the Assets.");
        var name = LastOption.Text("--service-name", "The Service's name.", "-n");
        var node = LastOption.Text("--node", "The Node to run Functions with.");
        var publicUrl = LastOption.Text("--public-url", "The URL that a tunnel serves this host at: what Twilio signs.");
        var noSignature = LastOption.Flag("--no-signature", "Serves protected resources without a signature, for trying things out.");
        var anyAddress = LastOption.Flag("--listen-all", "Listens on all addresses of this machine, not on localhost alone.");
        var adminPort = LastOption.OptionalPort("--admin-port", "The port of the admin address, which tells at / whether the host can serve; closed where it is left out.");
        var inspect = LastOption.OptionalText("--inspect", DefaultInspectAddress, "Opens Node's debugger, at [host:]port; 9229 where it is left out.");
        var inspectBrk = LastOption.OptionalText("--inspect-brk", DefaultInspectAddress, "The same, and waits for a debugger before the first Function runs.");
        var noLive = LastOption.Flag("--no-live", "Does not watch the project's files.");
        var localEnv = LastOption.Flag("--load-local-env", "Lets Functions see this machine's environment variables in process.env.", "-l");
        var logFormat = LastOption.Choice("--log-format", "How log lines are written", "text", "json");
        var detailed = LastOption.Flag("--detailed-logs", "Writes the parameters of each request.");
        var noLogs = LastOption.Flag("--no-logs", "Writes no line for each request; what Functions print is still written.");

        var command = new Command("start", "Serves the project in a folder on this machine, as production would, and again after each change.")
        {
            folder, project, build, work, prepare, port, env, functions, assets, name, node, publicUrl, noSignature, anyAddress, adminPort, inspect, inspectBrk, noLive, localEnv, logFormat, detailed, noLogs,
        };
        var offline = new OfflineOption(command);
        command.SetAction((parsed, cancellation) =>
        {
            var root = Path.GetFullPath(parsed.GetValue(project) ?? parsed.GetValue(folder) ?? ".");
            var breaks = parsed.GetValue(inspectBrk);
            var settings = new StartSettings
            {
                Folder = root,
                BuildFolder = parsed.GetValue(build) is { } b ? Path.GetFullPath(b) : null,
                Port = parsed.GetValue(port),
                EnvFile = parsed.GetValue(env),
                FunctionsFolder = parsed.GetValue(functions),
                AssetsFolder = parsed.GetValue(assets),
                ServiceName = parsed.GetValue(name),
                Node = parsed.GetValue(node),
                PublicUrl = parsed.GetValue(publicUrl),
                ChecksSignatures = !parsed.GetValue(noSignature),
                ListensToAll = parsed.GetValue(anyAddress),
                AdminPort = parsed.GetValue(adminPort),
                Offline = offline.Read(parsed),
                Inspect = breaks ?? parsed.GetValue(inspect),
                BreaksAtStart = breaks is not null,
                IsLive = !parsed.GetValue(noLive),
                LoadsLocalEnv = parsed.GetValue(localEnv),
                WritesJson = parsed.GetValue(logFormat) == "json",
                IsDetailed = parsed.GetValue(detailed),
                LogsRequests = !parsed.GetValue(noLogs),
            };
            return settings.BuildFolder is { } archive && (File.Exists(archive) || archive.EndsWith(BuildReader.ArchiveExtension, StringComparison.Ordinal))
                ? new PackageRunner(settings, parsed.GetValue(work), parsed.GetValue(prepare), TimeProvider.System).RunAsync(cancellation)
                : new StartRunner(settings, TimeProvider.System).RunAsync(cancellation);
        });
        return command;
    }
}
