using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Aspire.Hosting;

namespace Ahoy.Aspire;

/// <summary>What an app host asks of a service's offline Twilio.</summary>
internal sealed class OfflineControl(TwilioFunctionsResource resource)
{
    private static readonly JsonSerializerOptions s_readable = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly HttpClient s_client = new(new SocketsHttpHandler { UseProxy = false });

    /// <summary>Writes to a number or a Function as a handset does. Gives what came back.</summary>
    public async Task<string> TextAsync(string from, string to, string body, CancellationToken cancellation)
    {
        var answer = await SendAsync("messages", new JsonObject { ["from"] = from, ["to"] = to, ["body"] = body }, cancellation).ConfigureAwait(false);
        return answer.ToJsonString(s_readable);
    }

    /// <summary>Calls a number or a Function. Gives how the call went.</summary>
    public async Task<string> CallAsync(string from, string to, CancellationToken cancellation)
    {
        var answer = await SendAsync("calls", new JsonObject { ["from"] = from, ["to"] = to }, cancellation).ConfigureAwait(false);
        return answer.ToJsonString(s_readable);
    }

    private async Task<JsonNode> SendAsync(string what, JsonObject body, CancellationToken cancellation)
    {
        using var answer = await s_client.PostAsJsonAsync($"{resource.Page.Url}/_ahoy/{what}", body, cancellation).ConfigureAwait(false);
        return await ReadAsync(answer, cancellation).ConfigureAwait(false) ?? new JsonObject();
    }

    private async Task<JsonNode?> ReadAsync(HttpResponseMessage answer, CancellationToken cancellation)
    {
        var text = await answer.Content.ReadAsStringAsync(cancellation).ConfigureAwait(false);
        if (!answer.IsSuccessStatusCode)
        {
            throw new DistributedApplicationException($"{resource.Name}: the offline Twilio answered {(int)answer.StatusCode}: {text}");
        }

        return text.Length == 0 ? null : JsonNode.Parse(text);
    }
}
