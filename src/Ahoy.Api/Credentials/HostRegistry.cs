using System.Text.Json;
using System.Text.Json.Serialization;
using Ahoy.Model;

namespace Ahoy.Api.Credentials;

/// <summary>
/// Where the hosts of this machine's user keep their data: what deploys to one finds the pair there that the host made for itself. The
/// secrets are not in here.
/// </summary>
/// <param name="file">The registry's file.</param>
public sealed partial class HostRegistry(string file)
{
    /// <summary>The registry of this machine's user.</summary>
    public static HostRegistry OfThisUser { get; } = new(Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "ahoy", "hosts.json"));

    /// <summary>Notes where the host at an address keeps its data.</summary>
    public void Add(Uri host, string dataFolder)
    {
        var hosts = Read();
        hosts[Key(host)] = dataFolder;
        AtomicFile.Write(file, JsonSerializer.SerializeToUtf8Bytes(hosts, HostsJson.Default.DictionaryStringString));
    }

    /// <summary>The data folder of the host at an address, or null.</summary>
    public string? Find(Uri host) => Read().GetValueOrDefault(Key(host));

    /// <summary>The addresses of all hosts that were ever noted, whether they run or not, with their data folders.</summary>
    public IReadOnlyList<(Uri Host, string DataFolder)> All() =>
        [.. Read().Select(entry => (new Uri($"http://{entry.Key.Replace("localhost:", "127.0.0.1:", StringComparison.Ordinal)}"), entry.Value))];

    private static string Key(Uri host)
    {
        var name = host.IsLoopback ? "localhost" : host.Host;
        return FormattableString.Invariant($"{name}:{host.Port}");
    }

    private Dictionary<string, string> Read()
    {
        try
        {
            return File.Exists(file)
                ? JsonSerializer.Deserialize(File.ReadAllBytes(file), HostsJson.Default.DictionaryStringString) ?? []
                : [];
        }
        catch (Exception e) when (e is JsonException or IOException)
        {
            return [];
        }
    }

    [JsonSourceGenerationOptions(WriteIndented = true)]
    [JsonSerializable(typeof(Dictionary<string, string>))]
    private sealed partial class HostsJson : JsonSerializerContext;
}
