using System.CommandLine;
using Ahoy.Cli.Connections;
using Ahoy.Cli.Output;
using Ahoy.Deploy.Client;
using Ahoy.Api;
using Ahoy.Model;

namespace Ahoy.Cli.Logs;

/// <summary><c>ahoy logs</c>: what Functions wrote, and with <c>--tail</c> what they write.</summary>
internal sealed class LogsCommand
{
    private readonly ConnectionOptions _connection = new();
    private readonly ServiceOptions _service = new();
    private readonly Option<string?> _function = new("--function", "--function-sid") { Description = "Only one Function's lines: its path or its SID." };
    private readonly Option<bool> _tail = new("--tail", "-t") { Description = "Goes on until it is interrupted." };
    private readonly Option<int> _limit = new("--limit") { Description = "How many lines to begin with.", DefaultValueFactory = _ => 50 };
    private readonly Option<string?> _format = OutputOptions.Format();

    public static Command Create() => new LogsCommand().ToCommand();

    private Command ToCommand()
    {
        var command = new Command("logs", "Shows the log of an Environment.") { _function, _tail, _limit, _format };
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
        var function = (parsed.GetValue(_function) ?? defaults.Text("functionSid", suffix, client)) is { } wanted
            ? await FunctionSidAsync(client, service.Sid, wanted, cancellation).ConfigureAwait(false)
            : null;
        var writer = new LogWriter(Console.Out, OutputOptions.IsJson(parsed.GetValue(_format) ?? defaults.Text("outputFormat")));
        var reader = new LogReader(client, service.Sid, environment.Sid, function, TimeProvider.System);

        writer.Write(await reader.ReadFirstAsync(parsed.GetValue(_limit), cancellation).ConfigureAwait(false));
        while (parsed.GetValue(_tail) || defaults.Flag("tail", suffix, client))
        {
            await reader.PauseAsync(cancellation).ConfigureAwait(false);
            writer.Write(await reader.ReadNextAsync(cancellation).ConfigureAwait(false));
        }

        return ExitCode.Success;
    }

    private static async Task<string> FunctionSidAsync(ServerlessClient client, string serviceSid, string wanted, CancellationToken cancellation)
    {
        if (Sid.Is(Sid.Resource, wanted))
        {
            return wanted;
        }

        var path = wanted.StartsWith('/') ? wanted : "/" + wanted;
        await foreach (var function in client.Resources.ListAsync(serviceSid, ResourceKind.Function, cancellation).ConfigureAwait(false))
        {
            if (function.FriendlyName == path)
            {
                return function.Sid;
            }
        }

        throw new UserErrorException($"The Service has no Function '{path}'. `ahoy list functions` shows those that it has.", ExitCode.NotFound);
    }
}
