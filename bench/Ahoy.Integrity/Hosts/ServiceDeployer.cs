using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Ahoy.Integrity.Content;

namespace Ahoy.Integrity.Hosts;

/// <summary>Deploys the Service by the Serverless API, as any tool does: Versions, a Build, a Deployment.</summary>
internal sealed class ServiceDeployer : IDisposable
{
    private const string JavaScript = "application/javascript";

    private readonly HttpClient _client;
    private readonly Dictionary<(string Path, int Content), string> _versions = [];
    private readonly Dictionary<string, string> _resources = [];
    private string? _service;
    private string? _environment;

    public ServiceDeployer(Uri api, string accountSid, string authToken)
    {
        _client = new HttpClient { BaseAddress = new Uri(api, "v1/"), Timeout = TimeSpan.FromSeconds(60) };
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{accountSid}:{authToken}")));
    }

    /// <summary>The name that the Service is served at, once it is deployed.</summary>
    public string Domain { get; private set; } = "";

    /// <summary>Deploys a version; it is live when this returns.</summary>
    public async Task DeployAsync(int version)
    {
        if (_service is null)
        {
            _service = $"Services/{await PostAsync("Services", "sid", ("UniqueName", "integrity"), ("FriendlyName", "integrity")).ConfigureAwait(false)}";
            _environment = $"{_service}/Environments/{await PostAsync($"{_service}/Environments", "sid", ("UniqueName", "dev-environment"), ("DomainSuffix", "dev")).ConfigureAwait(false)}";
            Domain = Text(await GetAsync(_environment).ConfigureAwait(false), "domain_name");
        }

        var parts = new List<(string, string)>
        {
            ("FunctionVersions", await UploadAsync("Functions", ServiceFiles.FunctionPath, version, "public", JavaScript, Encoding.UTF8.GetBytes(ServiceFiles.Function(version))).ConfigureAwait(false)),
            ("FunctionVersions", await UploadAsync("Functions", ServiceFiles.QuickPath, 0, "public", JavaScript, Encoding.UTF8.GetBytes(ServiceFiles.Quick)).ConfigureAwait(false)),
            ("AssetVersions", await UploadAsync("Assets", ServiceFiles.ModulePath, 0, "private", JavaScript, Encoding.UTF8.GetBytes(ServiceFiles.Module)).ConfigureAwait(false)),
        };
        foreach (var asset in ServiceFiles.Assets)
        {
            var content = version % asset.Contents.Length;
            parts.Add(("AssetVersions", await UploadAsync("Assets", asset.Path, content, "public", asset.ContentType, asset.Contents[content]).ConfigureAwait(false)));
        }

        var build = await PostAsync($"{_service}/Builds", "sid", [.. parts]).ConfigureAwait(false);
        string status;
        while ((status = Text(await GetAsync($"{_service}/Builds/{build}/Status").ConfigureAwait(false), "status")) == "building")
        {
            await Task.Delay(20).ConfigureAwait(false);
        }

        if (status != "completed")
        {
            throw new InvalidOperationException($"the Build is {status}");
        }

        await PostAsync($"{_environment}/Deployments", "sid", ("BuildSid", build)).ConfigureAwait(false);
    }

    public void Dispose() => _client.Dispose();

    // The same content is uploaded once.
    private async Task<string> UploadAsync(string kind, string path, int content, string visibility, string contentType, byte[] bytes)
    {
        if (_versions.TryGetValue((path, content), out var known))
        {
            return known;
        }

        if (!_resources.TryGetValue(path, out var resource))
        {
            resource = await PostAsync($"{_service}/{kind}", "sid", ("FriendlyName", path)).ConfigureAwait(false);
            _resources[path] = resource;
        }

        using var part = new ByteArrayContent(bytes);
        part.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        using var form = new MultipartFormDataContent { { new StringContent(path), "Path" }, { new StringContent(visibility), "Visibility" }, { part, "Content", "file" } };
        using var response = await _client.PostAsync($"{_service}/{kind}/{resource}/Versions", form).ConfigureAwait(false);
        return _versions[(path, content)] = Text(await ReadAsync(response).ConfigureAwait(false), "sid");
    }

    private async Task<JsonElement> GetAsync(string path)
    {
        using var response = await _client.GetAsync(path).ConfigureAwait(false);
        return await ReadAsync(response).ConfigureAwait(false);
    }

    private async Task<string> PostAsync(string path, string result, params (string Name, string Value)[] form)
    {
        using var content = new FormUrlEncodedContent(form.Select(p => KeyValuePair.Create(p.Name, p.Value)));
        using var response = await _client.PostAsync(path, content).ConfigureAwait(false);
        return Text(await ReadAsync(response).ConfigureAwait(false), result);
    }

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync().ConfigureAwait(false);
        if (!response.IsSuccessStatusCode)
        {
            throw new InvalidOperationException($"{response.RequestMessage!.RequestUri!.AbsolutePath} was answered with {(int)response.StatusCode}: {text}");
        }

        using var parsed = JsonDocument.Parse(text);
        return parsed.RootElement.Clone();
    }

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;
}
