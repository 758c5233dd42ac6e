using System.Net.Http.Headers;
using Ahoy.Host.Development;
using Ahoy.Host.Gateway;
using Ahoy.Host.Offline;
using Ahoy.Host.Offline.Services;
using Ahoy.Host.Workers;
using Ahoy.Simulator.World;
using Ahoy.TestSupport;

namespace Ahoy.Host.Tests.Infrastructure;

/// <summary>A project in a temporary folder, served by a host in this process with real workers. Made as a fixture of a test class.</summary>
public class RunningService : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private LiveProject? _project;
    private ServiceHost? _host;

    /// <param name="files">The project's files: their paths, and what is in them.</param>
    public RunningService(IReadOnlyDictionary<string, string> files)
    {
        foreach (var (path, content) in files)
        {
            _folder.Write(path, content);
        }
    }

    /// <summary>The project's folder.</summary>
    public TempFolder Folder => _folder;

    /// <summary>The port that the service is at.</summary>
    public int Port => _host!.Port;

    /// <summary>The port of the admin address, where there is one.</summary>
    public int? AdminPort => _host!.AdminPort;

    /// <summary>What the host logged.</summary>
    internal RecordingLog Log { get; } = new();

    /// <summary>What happened to the project.</summary>
    internal RecordingProjectEvents Events { get; } = new();

    /// <summary>Sends requests to the service: follows nothing, keeps no cookies.</summary>
    public HttpClient Client { get; private set; } = null!;

    /// <summary>How the gateway serves.</summary>
    internal virtual GatewayOptions Gateway => new() { Port = 0 };

    /// <summary>How workers run.</summary>
    internal virtual WorkerOptions Workers => new() { NodePath = TestNode.Path };

    /// <summary>Whether the project's files are watched.</summary>
    internal virtual bool IsLive => false;

    /// <summary>How Twilio is offline; null where it is not.</summary>
    internal virtual OfflineSettings? Offline => null;

    /// <summary>Twilio, offline, where it is.</summary>
    internal OfflineTwilio? Twilio { get; private set; }

    /// <inheritdoc/>
    public virtual async ValueTask InitializeAsync()
    {
        var account = Offline is null ? null : Account.Generate();
        _project = new LiveProject(new ProjectOptions { Folder = _folder.Path, DomainName = "localhost:3000", OfflineAccount = account }, IsLive, Events);
        Twilio = account is null ? null : CreateTwilio(_project, account);
        _host = new ServiceHost(_project, Gateway, Workers, Twilio?.Log ?? Log, TimeProvider.System, Twilio);
        await _host.StartAsync(CancellationToken.None);
        Client = CreateClient();
    }

    /// <summary>A client with connections of its own.</summary>
    public HttpClient CreateClient() => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
    {
        BaseAddress = new Uri($"http://localhost:{Port}"),
        Timeout = TimeSpan.FromSeconds(60),
    };

    /// <summary>Gets a path as text.</summary>
    public async Task<string> GetTextAsync(string path)
    {
        using var response = await Client.GetAsync(path);
        return await response.Content.ReadAsStringAsync();
    }

    /// <summary>Sends a body of a type.</summary>
    public Task<HttpResponseMessage> PostAsync(string path, string body, string? contentType)
    {
        var content = new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = contentType is null ? null : MediaTypeHeaderValue.Parse(contentType);
        return Client.PostAsync(path, content);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Client?.Dispose();
        _project?.Dispose();
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }

        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    private OfflineTwilio CreateTwilio(LiveProject project, Account account) => new(new OfflineOptions
    {
        Settings = Offline!,
        Account = account,
        Services = new ProjectServices(project, () => Port),
        PhonesFolder = _folder.Path,
        WatchesPhones = IsLive,
        Log = Log,
        Time = TimeProvider.System,
    });
}
