using System.CommandLine;
using System.Text.Json.Nodes;
using Ahoy.Cli.Connections;
using Ahoy.Cli.Output;
using Ahoy.Deploy.Client;
using Ahoy.Api;
using Ahoy.Deploy.Verification;

namespace Ahoy.Cli.Promoting;

/// <summary>
/// <c>ahoy promote</c>, also <c>activate</c>: lets an Environment serve the Build of another one, or any Build; that is how one goes back, too. Variables
/// are left alone: they are the Environment's.
/// </summary>
internal sealed class PromoteCommand
{
    private readonly ConnectionOptions _connection = new();
    private readonly ServiceOptions _service = new();
    private readonly Option<string?> _build = new("--build-sid", "--from-build") { Description = "The Build's SID." };
    private readonly Option<string?> _source = new("--source-environment", "--from") { Description = "The Environment to take the Build from: its domain suffix or its SID." };
    private readonly Option<bool> _create = new("--create-environment") { Description = "Creates the Environment if there is none." };
    private readonly Option<bool> _force = new("--force") { Description = "The same as --create-environment." };
    private readonly Option<string?> _format = OutputOptions.Format();

    public static Command Create() => new PromoteCommand().ToCommand();

    private Command ToCommand()
    {
        var command = new Command("promote", "Serves an existing Build in another Environment, or an earlier Build.")
        {
            _build, _source, _create, _force, _format,
        };
        command.Aliases.Add("activate");
        _service.AddTo(command);
        _connection.AddTo(command);
        command.SetAction((parsed, cancellation) => Failures.RunAsync(() => RunAsync(parsed, cancellation), cancellation));
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        using var client = _connection.Connect(parsed, _service.Defaults(parsed));
        var (build, source) = Wanted(parsed, client);
        var service = await _service.FindServiceAsync(client, parsed, cancellation).ConfigureAwait(false);
        var from = source is null ? null : await ServiceOptions.FindEnvironmentAsync(client, service, source, cancellation).ConfigureAwait(false);
        var buildSid = build ?? BuildOf(from!);
        var target = await FindTargetAsync(client, service, parsed, cancellation).ConfigureAwait(false);
        var deployment = await client.Deployments.CreateAsync(service.Sid, target.Sid, buildSid, cancellation).ConfigureAwait(false);

        if (from is not null && await MissingVariables.DescribeAsync(client, from, target, cancellation).ConfigureAwait(false) is { } warning)
        {
            await Console.Error.WriteLineAsync(warning).ConfigureAwait(false);
        }

        var url = ServiceAddress.Of(target.DomainName, client.GatewayPort);
        if (OutputOptions.IsJson(parsed.GetValue(_format) ?? _service.Defaults(parsed).Text("outputFormat")))
        {
            ListWriter.WriteJson(
                new JsonObject
                {
                    ["serviceSid"] = service.Sid,
                    ["environmentSid"] = target.Sid,
                    ["domain"] = target.DomainName,
                    ["buildSid"] = buildSid,
                    ["previousBuildSid"] = target.BuildSid,
                    ["deploymentSid"] = deployment.Sid,
                    ["url"] = url.ToString(),
                },
                Console.Out);
        }
        else
        {
            var before = target.BuildSid is { } sid && sid != buildSid ? $" (before: {sid})" : "";
            await Console.Out.WriteLineAsync($"{url} serves {buildSid}{before}").ConfigureAwait(false);
        }

        return ExitCode.Success;
    }

    // What is given counts before what is configured, whichever of the two it is.
    private (string? Build, string? Source) Wanted(ParseResult parsed, ServerlessClient client)
    {
        var (build, source) = (parsed.GetValue(_build), parsed.GetValue(_source));
        if (build is null && source is null)
        {
            var environment = _service.Environment(parsed, client);
            build = _service.Defaults(parsed).Text("buildSid", environment, client);
            source = _service.Defaults(parsed).Text("sourceEnvironment", environment, client);
        }

        return build is null == source is null
            ? throw new UserErrorException("Which Build? Give either --build-sid or --source-environment.")
            : (build, source);
    }

    private static string BuildOf(EnvironmentResource environment) => environment.BuildSid
        ?? throw new UserErrorException($"The Environment {environment.UniqueName} ({environment.Sid}) serves no Build yet.", ExitCode.NotFound);

    private async Task<EnvironmentResource> FindTargetAsync(
        ServerlessClient client, ServiceResource service, ParseResult parsed, CancellationToken cancellation)
    {
        var wanted = _service.Environment(parsed, client);
        if (await client.Environments.FindAsync(service.Sid, wanted, cancellation).ConfigureAwait(false) is { } found)
        {
            return found;
        }

        var defaults = _service.Defaults(parsed);
        return parsed.GetValue(_create) || parsed.GetValue(_force)
            || defaults.Flag("createEnvironment", wanted, client) || defaults.Flag("force", wanted, client)
            ? await client.Environments.CreateAsync(service.Sid, wanted, cancellation).ConfigureAwait(false)
            : throw new UserErrorException(
                $"The Service {service.UniqueName} has no {(wanted.Length == 0 ? "production Environment" : $"Environment '{wanted}'")}. Give --create-environment to make it.",
                ExitCode.NotFound);
    }
}
