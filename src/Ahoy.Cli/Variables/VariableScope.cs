using System.CommandLine;
using Ahoy.Cli.Connections;
using Ahoy.Cli.Output;
using Ahoy.Deploy.Client;
using Ahoy.Api;

namespace Ahoy.Cli.Variables;

/// <summary>The Environment whose variables a command is about.</summary>
internal sealed class VariableScope : IDisposable
{
    private readonly ServerlessClient _client;
    private readonly ServiceResource _service;
    private readonly EnvironmentResource _environment;

    private VariableScope(
        ServerlessClient client, ServiceResource service, EnvironmentResource environment, IReadOnlyDictionary<string, VariableResource> variables)
    {
        _client = client;
        _service = service;
        _environment = environment;
        Variables = variables;
    }

    /// <summary>The variables that there are, by key.</summary>
    public IReadOnlyDictionary<string, VariableResource> Variables { get; }

    /// <summary>A command about an Environment, with the options that say which.</summary>
    public static Command Command(
        string name, string description, IEnumerable<Symbol> symbols, Func<VariableScope, ParseResult, CancellationToken, Task<int>> run)
    {
        var connection = new ConnectionOptions();
        var service = new ServiceOptions();
        var command = new Command(name, description);
        foreach (var symbol in symbols)
        {
            if (symbol is Option option)
            {
                command.Add(option);
            }
            else
            {
                command.Add((Argument)symbol);
            }
        }

        service.AddTo(command);
        connection.AddTo(command);
        command.SetAction((parsed, cancellation) => Failures.RunAsync(
            async () =>
            {
                using var scope = await OpenAsync(connection, service, parsed, cancellation).ConfigureAwait(false);
                return await run(scope, parsed, cancellation).ConfigureAwait(false);
            },
            cancellation));
        return command;
    }

    /// <summary>Makes the changes, one after the other.</summary>
    public async Task ApplyAsync(VariableDifference difference, CancellationToken cancellation)
    {
        foreach (var (key, value) in difference.Added)
        {
            await _client.Variables.CreateAsync(_environment.ServiceSid, _environment.Sid, key, value, cancellation).ConfigureAwait(false);
        }

        foreach (var (key, value) in difference.Changed)
        {
            await _client.Variables.UpdateAsync(_environment.ServiceSid, _environment.Sid, Variables[key].Sid, value, cancellation).ConfigureAwait(false);
        }

        foreach (var key in difference.Removed)
        {
            await _client.Variables.DeleteAsync(_environment.ServiceSid, _environment.Sid, Variables[key].Sid, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>The variables of another Environment of the Service.</summary>
    /// <param name="other">Its domain suffix, empty for production, or its SID.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="UserErrorException">There is none, or it is the same.</exception>
    public async Task<IReadOnlyDictionary<string, VariableResource>> ReadOtherAsync(string other, CancellationToken cancellation)
    {
        var environment = await ServiceOptions.FindEnvironmentAsync(_client, _service, other, cancellation).ConfigureAwait(false);
        return environment.Sid == _environment.Sid
            ? throw new UserErrorException($"Both are the Environment {environment.UniqueName} ({environment.Sid}): name another one.")
            : await ReadAsync(_client, environment, cancellation).ConfigureAwait(false);
    }

    /// <summary>The variables of an Environment, by key.</summary>
    public static async Task<IReadOnlyDictionary<string, VariableResource>> ReadAsync(
        ServerlessClient client, EnvironmentResource environment, CancellationToken cancellation)
    {
        var variables = new Dictionary<string, VariableResource>(StringComparer.Ordinal);
        await foreach (var variable in client.Variables.ListAsync(environment.ServiceSid, environment.Sid, cancellation).ConfigureAwait(false))
        {
            variables[variable.Key] = variable;
        }

        return variables;
    }

    public void Dispose() => _client.Dispose();

    private static async Task<VariableScope> OpenAsync(
        ConnectionOptions connection, ServiceOptions options, ParseResult parsed, CancellationToken cancellation)
    {
        var client = connection.Connect(parsed, options.Defaults(parsed));
        try
        {
            var service = await options.FindServiceAsync(client, parsed, cancellation).ConfigureAwait(false);
            var environment = await options.FindEnvironmentAsync(client, service, parsed, cancellation).ConfigureAwait(false);
            return new VariableScope(client, service, environment, await ReadAsync(client, environment, cancellation).ConfigureAwait(false));
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }
}
