using System.CommandLine;
using System.Security.Cryptography;
using Ahoy.Cli.Connections;
using Ahoy.Cli.Output;
using Ahoy.Deploy.Verification;
using Ahoy.Model;

namespace Ahoy.Cli.Assets;

/// <summary><c>ahoy assets init</c></summary>
internal static class AssetsInitCommand
{
    public static Command Create()
    {
        var connection = new ConnectionOptions();
        var name = new Option<string?>("--service-name", "-n") { Description = "The Service's name, a part of its address. Random by default." };
        var command = new Command("init", "Creates a Service for assets, and remembers it.") { name };
        connection.AddTo(command);
        command.SetAction((parsed, cancellation) => Failures.RunAsync(
            async () =>
            {
                var wanted = parsed.GetValue(name) ?? $"assets-{RandomNumberGenerator.GetHexString(8, lowercase: true)}";
                if (ServiceName.Validate(wanted) is { } problem)
                {
                    throw new UserErrorException($"--service-name: {problem}.");
                }

                using var client = connection.Connect(parsed);
                var service = await client.Services.FindAsync(wanted, cancellation).ConfigureAwait(false)
                    ?? await client.Services.CreateAsync(wanted, wanted, includeCredentials: false, uiEditable: true, cancellation).ConfigureAwait(false);
                var environment = await client.Environments.FindAsync(service.Sid, "", cancellation).ConfigureAwait(false)
                    ?? await client.Environments.CreateAsync(service.Sid, "", cancellation).ConfigureAwait(false);
                AssetBucket.OfThisUser.Write(client, service);
                await Console.Out.WriteLineAsync(
                    $"{service.UniqueName} ({service.Sid}): {ServiceAddress.Of(environment.DomainName, client.GatewayPort)}").ConfigureAwait(false);
                return ExitCode.Success;
            },
            cancellation));
        return command;
    }
}
