using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Aspire.Hosting;

namespace Ahoy.Aspire;

/// <summary>What an app host asks of a service's offline Twilio.</summary>
internal sealed class OfflineControl(TwilioFunctionsResource resource)
{
    private static readonly HttpClient s_client = new(new SocketsHttpHandler { UseProxy = false });

    /// <summary>Gives the account its numbers; one that is there already gets what answers at it.</summary>
    /// <exception cref="DistributedApplicationException">A number is refused; the message says why.</exception>
    public async Task AddNumbersAsync(CancellationToken cancellation)
    {
        foreach (var (number, sms, voice) in resource.Numbers)
        {
            var numbers = $"{resource.Page.Url}/api.twilio.com/2010-04-01/Accounts/{resource.Twilio.AccountSid}/IncomingPhoneNumbers";
            var found = await AskAsync(HttpMethod.Get, $"{numbers}.json?PhoneNumber={Uri.EscapeDataString(number)}", null, cancellation).ConfigureAwait(false);
            var sid = (string?)found?["incoming_phone_numbers"]?.AsArray().FirstOrDefault()?["sid"];
            var form = new Dictionary<string, string>();
            if (sid is null)
            {
                form["PhoneNumber"] = number;
            }

            Add(form, "Sms", sms);
            Add(form, "Voice", voice);
            await AskAsync(HttpMethod.Post, sid is null ? $"{numbers}.json" : $"{numbers}/{sid}.json", form, cancellation).ConfigureAwait(false);
        }
    }

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

    private static readonly JsonSerializerOptions s_readable = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private void Add(Dictionary<string, string> form, string kind, string? path)
    {
        if (path is not null)
        {
            form[kind + "Url"] = path.StartsWith('/') ? resource.Endpoint.Url + path : path;
        }
    }

    private async Task<JsonNode> SendAsync(string what, JsonObject body, CancellationToken cancellation)
    {
        using var answer = await s_client.PostAsJsonAsync($"{resource.Page.Url}/_ahoy/{what}", body, cancellation).ConfigureAwait(false);
        return await ReadAsync(answer, cancellation).ConfigureAwait(false) ?? new JsonObject();
    }

    private async Task<JsonNode?> AskAsync(HttpMethod method, string url, Dictionary<string, string>? form, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(method, url) { Content = form is null ? null : new FormUrlEncodedContent(form) };
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{resource.Twilio.AccountSid}:{resource.Twilio.AuthToken}")));
        using var answer = await s_client.SendAsync(request, cancellation).ConfigureAwait(false);
        return await ReadAsync(answer, cancellation).ConfigureAwait(false);
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
