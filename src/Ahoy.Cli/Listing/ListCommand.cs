using System.CommandLine;
using System.Text.Json.Nodes;
using Ahoy.Cli.Connections;
using Ahoy.Cli.Output;
using Ahoy.Host.Commands;

namespace Ahoy.Cli.Listing;

/// <summary><c>ahoy list services,environments,…</c></summary>
internal sealed class ListCommand
{
    private const int LogLines = 50;
    private static readonly string[] s_types = ["services", "environments", "builds", "functions", "assets", "variables", "logs"];

    private readonly ConnectionOptions _connection = new();
    private readonly ServiceOptions _service = new();
    private readonly Option<string?> _properties = OutputOptions.Properties();
    private readonly Option<bool> _extended = OutputOptions.Extended();
    private readonly Option<string?> _format = OutputOptions.Format();

    private readonly Argument<string> _types = new("types")
    {
        Description = "What to list, with commas: services, environments, builds, functions, ….",
        DefaultValueFactory = _ => "environments,builds",
    };

    public static Command Create() => new ListCommand().ToCommand();

    private Command ToCommand()
    {
        _types.CompletionSources.Add(s_types);
        var command = new Command("list", "Lists what is on a host or on Twilio.") { _types, _properties, _extended, _format };
        _service.AddTo(command);
        _connection.AddTo(command);
        command.SetAction((parsed, cancellation) => Failures.RunAsync(() => RunAsync(parsed, cancellation), cancellation));
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var types = parsed.GetValue(_types)!.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (types.Except(s_types).FirstOrDefault() is { } unknown)
        {
            throw new UserErrorException($"'{unknown}' can't be listed. What can is {string.Join(", ", s_types)}.");
        }

        using var client = _connection.Connect(parsed, _service.Defaults(parsed));
        var json = OutputOptions.IsJson(parsed.GetValue(_format) ?? _service.Defaults(parsed).Text("outputFormat")) ? new JsonObject() : null;
        var scope = new ListScope(client, _service, parsed);
        foreach (var type in types)
        {
            await ListAsync(type, scope, parsed, json, cancellation).ConfigureAwait(false);
        }

        if (json is not null)
        {
            ListWriter.WriteJson(json, Console.Out);
        }

        return ExitCode.Success;
    }

    private async Task ListAsync(string type, ListScope scope, ParseResult parsed, JsonObject? json, CancellationToken cancellation)
    {
        var client = scope.Client;
        switch (type)
        {
            case "services":
                await WriteAsync(type, client.Services.ListAsync(cancellation), Lists.Services).ConfigureAwait(false);
                break;
            case "environments":
                await WriteAsync(type, client.Environments.ListAsync(await scope.ServiceAsync(cancellation), cancellation), Lists.Environments).ConfigureAwait(false);
                break;
            case "builds":
                await WriteAsync(type, client.Builds.ListAsync(await scope.ServiceAsync(cancellation), cancellation), Lists.Builds).ConfigureAwait(false);
                break;
            case "functions":
                await WriteAsync(type, scope.VersionsAsync(b => b.FunctionVersions, cancellation), Lists.Versions).ConfigureAwait(false);
                break;
            case "assets":
                await WriteAsync(type, scope.VersionsAsync(b => b.AssetVersions, cancellation), Lists.Versions).ConfigureAwait(false);
                break;
            case "variables":
                await WriteAsync(
                    type,
                    client.Variables.ListAsync(await scope.ServiceAsync(cancellation), await scope.EnvironmentAsync(cancellation), cancellation),
                    Lists.Variables).ConfigureAwait(false);
                break;
            default:
                await WriteAsync(
                    type,
                    client.Logs.ListAsync(
                        await scope.ServiceAsync(cancellation), await scope.EnvironmentAsync(cancellation), functionSid: null, from: null, to: null, cancellation).Take(LogLines),
                    Lists.Logs).ConfigureAwait(false);
                break;
        }

        async Task WriteAsync<T>(string name, IAsyncEnumerable<T> list, IReadOnlyList<Column<T>> columns)
        {
            var selected = ListWriter.Select(
                columns,
                parsed.GetValue(_properties) ?? _service.Defaults(parsed).Text("properties"),
                parsed.GetValue(_extended) || _service.Defaults(parsed).Flag("extendedOutput"));
            var items = await list.ToListAsync(cancellation).ConfigureAwait(false);
            if (json is not null)
            {
                json[name] = ListWriter.ToJson(items, selected);
                return;
            }

            await Console.Out.WriteLineAsync(name).ConfigureAwait(false);
            ListWriter.WriteTable(items, selected, Console.Out, TextTable.TerminalWidth);
        }
    }
}
