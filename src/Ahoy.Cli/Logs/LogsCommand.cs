using System.CommandLine;
using System.Globalization;
using Ahoy.Api;
using Ahoy.Cli.Connections;
using Ahoy.Cli.Output;
using Ahoy.Host.Commands;

namespace Ahoy.Cli.Logs;

/// <summary><c>ahoy logs</c>: what Functions wrote, and with <c>--tail</c> what they write.</summary>
internal sealed class LogsCommand
{
    private readonly ConnectionOptions _connection = new();
    private readonly ServiceOptions _service = new();
    private readonly Option<string?> _function = new("--function", "--function-sid") { Description = "Only one Function's lines: its path or its SID." };
    private readonly Option<bool> _tail = new("--tail", "-t") { Description = "Shows new lines as they come, until Ctrl+C." };
    private readonly Option<int> _limit = new("--limit") { Description = "How many lines to start with.", DefaultValueFactory = _ => 50 };
    private readonly Option<int?> _cache = new("--log-cache-size")
    {
        Description = $"How many lines --tail remembers. {LogReader.DefaultRemembered} by default.",
    };
    private readonly Option<string?> _format = OutputOptions.Format();

    public static Command Create() => new LogsCommand().ToCommand();

    private Command ToCommand()
    {
        var command = new Command("logs", "Shows the log of an Environment.") { _function, _tail, _limit, _cache, _format };
        _service.AddTo(command);
        _connection.AddTo(command);
        command.SetAction((parsed, cancellation) => Failures.RunAsync(() => RunAsync(parsed, cancellation), cancellation));
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        using var client = _connection.Connect(parsed, _service.Defaults(parsed));
        var service = await _service.FindServiceAsync(client, parsed, cancellation).ConfigureAwait(false);
        var environment = await _service.FindEnvironmentAsync(client, service, parsed, cancellation).ConfigureAwait(false);
        var (defaults, suffix) = (_service.Defaults(parsed), environment.DomainSuffix ?? "");
        var paths = new FunctionPaths(client, service.Sid);
        var function = (parsed.GetValue(_function) ?? defaults.Text("functionSid", suffix, client)) is { } wanted
            ? await FunctionSidAsync(paths, wanted, cancellation).ConfigureAwait(false)
            : null;
        var writer = new LogWriter(Console.Out, OutputOptions.IsJson(parsed.GetValue(_format) ?? defaults.Text("outputFormat")), paths);
        var reader = new LogReader(client, service.Sid, environment.Sid, function, TimeProvider.System, CacheSize(parsed, defaults.Text("logCacheSize", suffix, client)));
        var tails = parsed.GetValue(_tail) || defaults.Flag("tail", suffix, client);

        var first = await reader.ReadFirstAsync(parsed.GetValue(_limit), cancellation).ConfigureAwait(false);
        await writer.WriteAsync(first, cancellation).ConfigureAwait(false);
        if (first.Count == 0 && LogLevelOption.ShowsProgress(parsed))
        {
            await Console.Error.WriteLineAsync(
                $"The log of {environment.UniqueName}{(function is null ? " is empty so far" : " has nothing of that Function so far")}. Functions write to it by console.log(), console.warn() and console.error().{(tails ? " Waiting; Ctrl+C ends it." : "")}").ConfigureAwait(false);
        }

        while (tails)
        {
            await reader.PauseAsync(cancellation).ConfigureAwait(false);
            await writer.WriteAsync(await reader.ReadNextAsync(cancellation).ConfigureAwait(false), cancellation).ConfigureAwait(false);
        }

        return ExitCode.Success;
    }

    private int CacheSize(ParseResult parsed, string? configured)
    {
        var size = parsed.GetValue(_cache)
            ?? (int.TryParse(configured, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : LogReader.DefaultRemembered);
        return size > 0 ? size : throw new UserErrorException("--log-cache-size: it must be a number from 1.");
    }

    private static async Task<string> FunctionSidAsync(FunctionPaths paths, string wanted, CancellationToken cancellation)
    {
        if (Sid.Is(Sid.Resource, wanted))
        {
            return wanted;
        }

        var path = wanted.StartsWith('/') ? wanted : "/" + wanted;
        return await paths.FindSidAsync(path, cancellation).ConfigureAwait(false)
            ?? throw new UserErrorException($"The Service has no Function '{path}'. `ahoy list functions` shows those that it has.", ExitCode.NotFound);
    }
}
