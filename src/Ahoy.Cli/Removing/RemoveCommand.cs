using System.CommandLine;
using Ahoy.Cli.Connections;
using Ahoy.Cli.Output;
using Ahoy.Deploy.Client;
using Ahoy.Api;

namespace Ahoy.Cli.Removing;

/// <summary><c>ahoy remove service|environment|build</c>; asks first.</summary>
internal sealed class RemoveCommand
{
    private readonly ConnectionOptions _connection = new();
    private readonly ServiceOptions _service = new();

    private readonly Argument<string> _what = new("what")
    {
        Description = "service (with all that is in it), environment or build.",
    };

    private readonly Option<string?> _build = new("--build-sid") { Description = "The Build's SID." };
    private readonly Option<bool> _yes = new("--yes", "-y") { Description = "Does not ask." };

    public static Command Create() => new RemoveCommand().ToCommand();

    private Command ToCommand()
    {
        _what.AcceptOnlyFromAmong("service", "environment", "build");
        var command = new Command("remove", "Removes a Service, an Environment or a Build.") { _what, _build, _yes };
        _service.AddTo(command);
        _connection.AddTo(command);
        command.SetAction((parsed, cancellation) => Failures.RunAsync(() => RunAsync(parsed, cancellation), cancellation));
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        using var client = _connection.Connect(parsed, _service.Defaults(parsed));
        var service = await _service.FindServiceAsync(client, parsed, cancellation).ConfigureAwait(false);
        await (parsed.GetValue(_what) switch
        {
            "service" => RemoveServiceAsync(client, service, parsed, cancellation),
            "environment" => RemoveEnvironmentAsync(client, service, parsed, cancellation),
            _ => RemoveBuildAsync(client, service, parsed, cancellation),
        }).ConfigureAwait(false);
        return ExitCode.Success;
    }

    private async Task RemoveServiceAsync(ServerlessClient client, ServiceResource service, ParseResult parsed, CancellationToken cancellation)
    {
        var domains = await client.Environments.ListAsync(service.Sid, cancellation).Select(e => e.DomainName).ToListAsync(cancellation).ConfigureAwait(false);
        var serving = domains.Count == 0 ? "" : $" {string.Join(", ", domains)} will answer no longer.";
        Ask($"Remove the Service {service.UniqueName} ({service.Sid}) with all that is in it?{serving}", parsed);
        await client.Services.DeleteAsync(service.Sid, cancellation).ConfigureAwait(false);
        await Console.Out.WriteLineAsync($"Removed {service.UniqueName} ({service.Sid}).").ConfigureAwait(false);
    }

    private async Task RemoveEnvironmentAsync(ServerlessClient client, ServiceResource service, ParseResult parsed, CancellationToken cancellation)
    {
        var environment = await _service.FindEnvironmentAsync(client, service, parsed, cancellation).ConfigureAwait(false);
        Ask($"Remove the Environment {environment.UniqueName} ({environment.Sid}) with its variables? {environment.DomainName} will answer no longer.", parsed);
        await client.Environments.DeleteAsync(service.Sid, environment.Sid, cancellation).ConfigureAwait(false);
        await Console.Out.WriteLineAsync($"Removed {environment.DomainName} ({environment.Sid}).").ConfigureAwait(false);
    }

    private async Task RemoveBuildAsync(ServerlessClient client, ServiceResource service, ParseResult parsed, CancellationToken cancellation)
    {
        var sid = parsed.GetValue(_build) ?? throw new UserErrorException("Which Build? Give --build-sid.");
        Ask($"Remove the Build {sid} of {service.UniqueName}?", parsed);
        await client.Builds.DeleteAsync(service.Sid, sid, cancellation).ConfigureAwait(false);
        await Console.Out.WriteLineAsync($"Removed {sid}.").ConfigureAwait(false);
    }

    private void Ask(string question, ParseResult parsed) =>
        Confirmation.Require(question, parsed.GetValue(_yes), Console.In, Console.Error, !Console.IsInputRedirected);
}
