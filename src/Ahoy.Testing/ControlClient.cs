using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Ahoy.Testing;

/// <summary>Speaks to the offline Twilio below <c>/_ahoy/</c>. What fails is told with what the Functions printed since the test began.</summary>
internal sealed class ControlClient : IDisposable
{
    private const int ToldLines = 20;

    private readonly HttpClient _http;
    private readonly Uri _url;

    public ControlClient(Uri url)
    {
        _url = new Uri(url, "/_ahoy/");
        _http = new HttpClient(new SocketsHttpHandler { UseProxy = false, UseCookies = false, AllowAutoRedirect = false }) { Timeout = TimeSpan.FromMinutes(1) };
    }

    /// <summary>Asks, and waits on this thread: a property can't do otherwise, and the answer comes from this machine.</summary>
    public T Get<T>(string path, JsonTypeInfo<T> type)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(_url, path));
        using var response = Send(request, path);
        using var stream = response.Content.ReadAsStream();
        if (!response.IsSuccessStatusCode)
        {
            throw Refused($"GET {path}", JsonSerializer.Deserialize(stream, ControlJson.Default.ControlError));
        }

        return JsonSerializer.Deserialize(stream, type)!;
    }

    /// <summary>Tells something, and waits on this thread.</summary>
    public void Put<T>(string path, T body, JsonTypeInfo<T> type, string what)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, new Uri(_url, path)) { Content = ContentOf(body, type) };
        using var response = Send(request, path);
        if (!response.IsSuccessStatusCode)
        {
            using var stream = response.Content.ReadAsStream();
            throw Refused(what, JsonSerializer.Deserialize(stream, ControlJson.Default.ControlError));
        }
    }

    /// <summary>Asks for something to be done.</summary>
    /// <param name="path">Below <c>/_ahoy/</c>.</param>
    /// <param name="body">What it is told.</param>
    /// <param name="bodyType">The form of that.</param>
    /// <param name="type">The form of the answer.</param>
    /// <param name="what">What the test does, for the message where it is refused.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<T> PostAsync<TBody, T>(string path, TBody body, JsonTypeInfo<TBody> bodyType, JsonTypeInfo<T> type, string what, CancellationToken cancellationToken)
    {
        using var content = ContentOf(body, bodyType);
        using var response = await PostAsync(path, content, what, cancellationToken).ConfigureAwait(false);
        return (await response.Content.ReadFromJsonAsync(type, cancellationToken).ConfigureAwait(false))!;
    }

    /// <summary>Asks for something to be done that needs no words.</summary>
    public async Task<T> PostAsync<T>(string path, JsonTypeInfo<T> type, string what, CancellationToken cancellationToken)
    {
        using var response = await PostAsync(path, null, what, cancellationToken).ConfigureAwait(false);
        return (await response.Content.ReadFromJsonAsync(type, cancellationToken).ConfigureAwait(false))!;
    }

    /// <summary>The same, without an answer.</summary>
    public async Task PostAsync(string path, string what, CancellationToken cancellationToken)
    {
        using var response = await PostAsync(path, null, what, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Removes what was told.</summary>
    public void Delete(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Delete, new Uri(_url, path));
        using var response = Send(request, path);
    }

    /// <summary>A failure, with what the Functions printed last.</summary>
    /// <param name="message">What was asked and what happened.</param>
    public AhoyException Failure(string message)
    {
        var text = new StringBuilder(message);
        try
        {
            var alerts = Get("alerts", ControlJson.Default.ListAlertState);
            foreach (var alert in alerts.TakeLast(ToldLines))
            {
                text.Append(CultureInfo.InvariantCulture, $"{Environment.NewLine}  alert {new Alert(alert.Code, alert.Message, alert.Function)}");
            }

            var lines = Get("logs", ControlJson.Default.ListLogState).TakeLast(ToldLines).ToList();
            text.Append(Environment.NewLine).Append(lines.Count == 0 ? "The Functions printed nothing." : "The last lines of the Functions' log:");
            foreach (var line in lines)
            {
                text.Append(Environment.NewLine).Append("  ").Append(new LogLine(line.Level, line.Message.ReplaceLineEndings($"{Environment.NewLine}    "), line.Function));
            }
        }
        catch (Exception e) when (e is AhoyException or HttpRequestException or JsonException)
        {
            text.Append(Environment.NewLine).Append("The host answers no more.");
        }

        return new AhoyException(text.ToString());
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private HttpResponseMessage Send(HttpRequestMessage request, string path)
    {
        try
        {
            return _http.Send(request, HttpCompletionOption.ResponseContentRead);
        }
        catch (Exception e) when (e is HttpRequestException or ObjectDisposedException or OperationCanceledException)
        {
            throw new AhoyException($"The service does not answer ({path}): it was disposed, or has ended. {e.Message}", e);
        }
    }

    private async Task<HttpResponseMessage> PostAsync(string path, HttpContent? content, string what, CancellationToken cancellationToken)
    {
        HttpResponseMessage response;
        try
        {
            response = await _http.PostAsync(new Uri(_url, path), content, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is HttpRequestException or ObjectDisposedException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new AhoyException($"{what}: the service does not answer: it was disposed, has ended, or hangs. {e.Message}", e);
        }

        if (response.IsSuccessStatusCode)
        {
            return response;
        }

        using (response)
        {
            throw Refused(what, await response.Content.ReadFromJsonAsync(ControlJson.Default.ControlError, cancellationToken).ConfigureAwait(false));
        }
    }

    private AhoyException Refused(string what, ControlError? error) => Failure($"{what}: {error?.Message ?? "it was refused."}");

    private static StringContent ContentOf<T>(T body, JsonTypeInfo<T> type) => new(JsonSerializer.Serialize(body, type), Encoding.UTF8, "application/json");
}
