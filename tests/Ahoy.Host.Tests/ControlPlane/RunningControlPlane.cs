using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ahoy.Host.ControlPlane;
using Ahoy.Host.ControlPlane.Builds;
using Ahoy.Host.ControlPlane.Serving;
using Ahoy.Host.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ahoy.Host.Tests.ControlPlane;

/// <summary>A control plane on a port of its own, without a gateway, and what a test says to it.</summary>
internal sealed class RunningControlPlane : IAsyncDisposable
{
    public static readonly Account Account = new("ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "0123456789abcdef0123456789abcdef");

    private readonly WebApplication _app;
    private readonly DataFolder _data;

    private RunningControlPlane(WebApplication app, DataFolder data, Uri address)
    {
        _app = app;
        _data = data;
        Address = address;
        Client = new HttpClient { BaseAddress = new Uri(address, "v1/") };
        Client.DefaultRequestHeaders.Authorization = Basic(Account.Sid, Account.AuthToken);
    }

    public Uri Address { get; }

    public HttpClient Client { get; }

    public IServiceProvider Services => _app.Services;

    public StoredEnvironments Served => Services.GetRequiredService<StoredEnvironments>();

    public static async Task<RunningControlPlane> StartAsync(
        string folder, Func<ControlPlaneOptions, ControlPlaneOptions>? configure = null, IModuleInstaller? installer = null, TimeProvider? time = null)
    {
        var data = DataFolder.Open(folder);
        var options = new ControlPlaneOptions { Data = data, Account = Account };
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(installer ?? new FakeModuleInstaller());
        if (time is not null)
        {
            builder.Services.AddSingleton(time);
        }

        builder.Services.AddControlPlane(configure?.Invoke(options) ?? options);
        var app = builder.Build();
        app.UseControlPlane();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new RunningControlPlane(app, data, new Uri(app.Urls.Single()));
    }

    public static AuthenticationHeaderValue Basic(string userName, string password) =>
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{userName}:{password}")));

    public async Task<JsonObject> GetAsync(string path) => await ReadAsync(await Client.GetAsync(path, TestContext.Current.CancellationToken));

    public async Task<JsonObject> PostAsync(string path, params (string Name, string Value)[] form)
    {
        using var content = new FormUrlEncodedContent(form.Select(p => KeyValuePair.Create(p.Name, p.Value)));
        return await ReadAsync(await Client.PostAsync(path, content, TestContext.Current.CancellationToken));
    }

    public async Task<JsonObject> UploadAsync(string path, string resourcePath, string visibility, byte[] content, string contentType)
    {
        var part = new ByteArrayContent(content);
        part.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        using var form = new MultipartFormDataContent
        {
            { new StringContent(resourcePath), "Path" },
            { new StringContent(visibility), "Visibility" },
            { part, "Content", "file" },
        };
        return await ReadAsync(await Client.PostAsync(path, form, TestContext.Current.CancellationToken));
    }

    public async Task<int> DeleteAsync(string path) =>
        (int)(await Client.DeleteAsync(path, TestContext.Current.CancellationToken)).StatusCode;

    /// <summary>A Service with one Function, built; not deployed anywhere.</summary>
    public async Task<BuiltService> CreateBuiltServiceAsync(string name, string source = "exports.handler = (c, e, cb) => cb(null, 'hi');")
    {
        var service = Text(await PostAsync("Services", ("UniqueName", name), ("FriendlyName", name)), "sid");
        var function = Text(await PostAsync($"Services/{service}/Functions", ("FriendlyName", "/hello")), "sid");
        var version = Text(
            await UploadAsync($"Services/{service}/Functions/{function}/Versions", "/hello", "public", Encoding.UTF8.GetBytes(source), "application/javascript"),
            "sid");
        var build = Text(await PostAsync($"Services/{service}/Builds", ("FunctionVersions", version)), "sid");
        var environment = Text(
            await PostAsync($"Services/{service}/Environments", ("UniqueName", "dev-environment"), ("DomainSuffix", "dev")), "sid");
        await WaitForBuildAsync(service, build);
        return new BuiltService(service, function, version, build, environment);
    }

    /// <summary>Waits until a Build has ended, and gives its status.</summary>
    public async Task<JsonObject> WaitForBuildAsync(string service, string build)
    {
        using var time = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        time.CancelAfter(TimeSpan.FromMinutes(2));
        while (true)
        {
            var status = await GetAsync($"Services/{service}/Builds/{build}/Status");
            if (Text(status, "status") != "building")
            {
                return status;
            }

            await Task.Delay(10, time.Token);
        }
    }

    public static string Text(JsonObject json, string name) =>
        json[name]?.GetValue<string>() ?? throw new InvalidOperationException($"No '{name}' in {json.ToJsonString()}");

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        _data.Dispose();
    }

    private static async Task<JsonObject> ReadAsync(HttpResponseMessage response)
    {
        using (response)
        {
            var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            try
            {
                return JsonNode.Parse(text)!.AsObject();
            }
            catch (JsonException)
            {
                throw new InvalidOperationException($"{(int)response.StatusCode}: {text}");
            }
        }
    }
}
