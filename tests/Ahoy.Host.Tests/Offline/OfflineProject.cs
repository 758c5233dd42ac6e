using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Ahoy.Host.Offline;
using Ahoy.Host.Tests.Infrastructure;
using Ahoy.Host.Workers;

namespace Ahoy.Host.Tests.Offline;

/// <summary>A project with an offline Twilio around it.</summary>
/// <param name="files">The project's files: their paths, and what is in them.</param>
public abstract class OfflineProject(IReadOnlyDictionary<string, string> files) : RunningService(files)
{
    // A machine that has much else to do is no reason for a test to fail.
    internal override WorkerOptions Workers => base.Workers with { ExecutionTime = TimeSpan.FromMinutes(1) };

    internal override OfflineSettings? Offline => new(Port: 0, IsStrict: false);

    /// <summary>Whether the project has the packages of <see cref="OfflineClients"/>.</summary>
    protected virtual bool HasPackages => false;

    /// <inheritdoc/>
    public override async ValueTask InitializeAsync()
    {
        if (HasPackages)
        {
            await OfflineClients.LinkAsync(Folder);
        }

        await base.InitializeAsync();
    }

    /// <summary>Asks what is below <c>/_ahoy/</c>.</summary>
    public async Task<JsonNode> AskAsync(HttpMethod method, string path, object? body = null)
    {
        using var response = await SendAsync(method, path, body);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, text);
        return text.Length == 0 ? JsonValue.Create("") : JsonNode.Parse(text)!;
    }

    /// <summary>Asks for a list, and gives its items.</summary>
    public async Task<IReadOnlyList<JsonNode>> ListAsync(string path) => [.. (await AskAsync(HttpMethod.Get, path)).AsArray().Select(item => item!)];

    /// <summary>Asks, and gives whatever is answered.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, $"{Twilio!.Url}/_ahoy/{path}") { Content = body is null ? null : JsonContent.Create(body) };
        return await Client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
