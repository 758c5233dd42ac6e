using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ahoy.Api;
using Ahoy.Cli.Output;
using Ahoy.Deploy.Client;
using Ahoy.Model;

namespace Ahoy.Cli.Assets;

/// <summary>Remembers, for each account and address, which Service <c>ahoy assets init</c> has made.</summary>
/// <param name="file">The file that it is remembered in.</param>
internal sealed class AssetBucket(string file)
{
    /// <summary>That of this machine's user.</summary>
    public static AssetBucket OfThisUser { get; } = new(Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "ahoy", "assets.json"));

    /// <summary>Remembers a Service.</summary>
    public void Write(ServerlessClient client, ServiceResource service)
    {
        var all = Read();
        all[Key(client, service.AccountSid)] = service.Sid;
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        AtomicFile.Write(file, Encoding.UTF8.GetBytes(all.ToJsonString()));
    }

    /// <summary>Finds the Service and its Environment.</summary>
    /// <exception cref="UserErrorException">There is none yet.</exception>
    public async Task<(ServiceResource Service, EnvironmentResource Environment)> FindAsync(ServerlessClient client, CancellationToken cancellation)
    {
        var all = Read();
        await foreach (var service in client.Services.ListAsync(cancellation).ConfigureAwait(false))
        {
            if (all[Key(client, service.AccountSid)]?.GetValue<string>() == service.Sid
                && await client.Environments.FindAsync(service.Sid, "", cancellation).ConfigureAwait(false) is { } environment)
            {
                return (service, environment);
            }
        }

        throw new UserErrorException("There is no Service for assets yet: `ahoy assets init` makes one.", ExitCode.NotFound);
    }

    private static string Key(ServerlessClient client, string accountSid) => $"{accountSid}@{client.Address.Api.Authority}";

    private JsonObject Read()
    {
        try
        {
            return File.Exists(file) ? JsonNode.Parse(File.ReadAllText(file)) as JsonObject ?? [] : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }
}
