using System.Net;
using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Ahoy.Cli.Output;

namespace Ahoy.Cli.Offline;

/// <summary>Speaks to the offline Twilio below <c>/_ahoy/</c>.</summary>
internal sealed class OfflineClient : IDisposable
{
    /// <summary>The exit code of the offline commands where nothing answers.</summary>
    public const int NothingAnswers = 2;

    private readonly Uri _url;
    private readonly HttpClient _http;

    /// <param name="url">Where it is.</param>
    public OfflineClient(Uri url)
    {
        _url = url;

        // A message is answered when all that it started has come to rest, and a call when it waits: a text that is read out takes its time.
        _http = new HttpClient(new SocketsHttpHandler { UseProxy = false, UseCookies = false, AllowAutoRedirect = false }) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>A message from a handset; ends when what it started has come to rest.</summary>
    public Task<TextAnswer> TextAsync(TextRequest message, CancellationToken cancellation) =>
        SendAsync(HttpMethod.Post, "messages", message, OfflineJson.Default.TextRequest, OfflineJson.Default.TextAnswer, cancellation);

    /// <summary>A call from a handset; ends when it rests.</summary>
    public Task<CallState> CallAsync(CallRequest call, CancellationToken cancellation) =>
        SendAsync(HttpMethod.Post, "calls", call, OfflineJson.Default.CallRequest, OfflineJson.Default.CallState, cancellation);

    /// <summary>The calls that there are.</summary>
    public Task<CallState[]> CallsAsync(CancellationToken cancellation) => GetAsync("calls", OfflineJson.Default.CallStateArray, cancellation);

    /// <summary>The person presses keys; ends when the call rests.</summary>
    public Task<CallState> PressAsync(string sid, string digits, CancellationToken cancellation) =>
        SendAsync(HttpMethod.Post, $"calls/{sid}/digits", new DigitsRequest(digits), OfflineJson.Default.DigitsRequest, OfflineJson.Default.CallState, cancellation);

    /// <summary>The person speaks.</summary>
    public Task<CallState> SpeakAsync(string sid, string text, CancellationToken cancellation) => SayAsync(sid, "speech", text, cancellation);

    /// <summary>The person says what is recorded.</summary>
    public Task<CallState> RecordAsync(string sid, string text, CancellationToken cancellation) => SayAsync(sid, "recording", text, cancellation);

    /// <summary>What else is done to a call: <c>hangup</c>, <c>answer</c> or <c>reject</c>.</summary>
    public Task<CallState> ActAsync(string sid, string action, CancellationToken cancellation) =>
        SendAsync(HttpMethod.Post, $"calls/{sid}/{action}", null, OfflineJson.Default.SpeechRequest, OfflineJson.Default.CallState, cancellation);

    /// <summary>Changes how time passes.</summary>
    public Task<ClockAnswer> SetClockAsync(string mode, CancellationToken cancellation) =>
        SendAsync(HttpMethod.Put, "clock", new ClockRequest(mode), OfflineJson.Default.ClockRequest, OfflineJson.Default.ClockAnswer, cancellation);

    /// <summary>How time passes: asked by a move of no length.</summary>
    public Task<ClockAnswer> ReadClockAsync(CancellationToken cancellation) =>
        SendAsync(HttpMethod.Post, "clock/advance", new AdvanceRequest("PT0S"), OfflineJson.Default.AdvanceRequest, OfflineJson.Default.ClockAnswer, cancellation);

    /// <summary>The alerts after an event.</summary>
    public Task<AlertItem[]> AlertsAsync(long since, CancellationToken cancellation) =>
        GetAsync(FormattableString.Invariant($"alerts?since={since}"), OfflineJson.Default.AlertItemArray, cancellation);

    /// <summary>The lines of the log after an event.</summary>
    public Task<LogItem[]> LogsAsync(long since, CancellationToken cancellation) =>
        GetAsync(FormattableString.Invariant($"logs?since={since}"), OfflineJson.Default.LogItemArray, cancellation);

    /// <summary>The number of the last event that a command may take for its own: what comes after it, has happened since.</summary>
    public async Task<long> LastSequenceAsync(CancellationToken cancellation)
    {
        var calls = await CallsAsync(cancellation).ConfigureAwait(false);
        var alerts = await AlertsAsync(0, cancellation).ConfigureAwait(false);
        var lines = await LogsAsync(0, cancellation).ConfigureAwait(false);
        return calls.Select(c => c.Sequence).Concat(alerts.Select(a => a.Sequence)).Concat(lines.Select(l => l.Sequence)).DefaultIfEmpty().Max();
    }

    /// <summary>Listens to what has happened since an event, and to what happens from now on.</summary>
    public async Task<IAsyncEnumerable<SseItem<string>>> ListenAsync(long since, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Target(FormattableString.Invariant($"events?since={since}")));
        var response = await RequestAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation).ConfigureAwait(false);
        return ReadAsync(response, cancellation);
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private Task<CallState> SayAsync(string sid, string action, string text, CancellationToken cancellation) =>
        SendAsync(HttpMethod.Post, $"calls/{sid}/{action}", new SpeechRequest(text), OfflineJson.Default.SpeechRequest, OfflineJson.Default.CallState, cancellation);

    private static async IAsyncEnumerable<SseItem<string>> ReadAsync(HttpResponseMessage response, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using (response)
        {
            var stream = await response.Content.ReadAsStreamAsync(cancellation).ConfigureAwait(false);
            await foreach (var item in SseParser.Create(stream).EnumerateAsync(cancellation).ConfigureAwait(false))
            {
                yield return item;
            }
        }
    }

    private async Task<T> GetAsync<T>(string path, JsonTypeInfo<T> type, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Target(path));
        return await AnswerAsync(request, type, cancellation).ConfigureAwait(false);
    }

    private async Task<T> SendAsync<TBody, T>(
        HttpMethod method, string path, TBody? body, JsonTypeInfo<TBody> bodyType, JsonTypeInfo<T> type, CancellationToken cancellation)
        where TBody : class
    {
        using var request = new HttpRequestMessage(method, Target(path)) { Content = body is null ? null : JsonContent.Create(body, bodyType) };
        return await AnswerAsync(request, type, cancellation).ConfigureAwait(false);
    }

    private async Task<T> AnswerAsync<T>(HttpRequestMessage request, JsonTypeInfo<T> type, CancellationToken cancellation)
    {
        using var response = await RequestAsync(request, HttpCompletionOption.ResponseContentRead, cancellation).ConfigureAwait(false);
        try
        {
            return await response.Content.ReadFromJsonAsync(type, cancellation).ConfigureAwait(false) ?? throw NoOfflineTwilio();
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            throw NoOfflineTwilio();
        }
    }

    private async Task<HttpResponseMessage> RequestAsync(HttpRequestMessage request, HttpCompletionOption completion, CancellationToken cancellation)
    {
        HttpResponseMessage response;
        try
        {
            response = await _http.SendAsync(request, completion, cancellation).ConfigureAwait(false);
        }
        catch (HttpRequestException)
        {
            throw new UserErrorException(
                $"Nothing answers at {_url.GetLeftPart(UriPartial.Authority)}. Start your service with {OfflineAddress.HowToStart}, or say with --offline-url where it is.",
                NothingAnswers);
        }

        if (response.IsSuccessStatusCode)
        {
            return response;
        }

        using (response)
        {
            throw await RefusedAsync(response, cancellation).ConfigureAwait(false);
        }
    }

    private async Task<UserErrorException> RefusedAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        try
        {
            var answer = await response.Content.ReadFromJsonAsync(OfflineJson.Default.ErrorAnswer, cancellation).ConfigureAwait(false);
            if (answer?.Message is { Length: > 0 } message)
            {
                return new UserErrorException(message, ExitCode.Failed);
            }
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            // Something else listens there.
        }

        return response.StatusCode == HttpStatusCode.NotFound ? NoOfflineTwilio() : new UserErrorException($"{_url} answered {(int)response.StatusCode}.", ExitCode.Failed);
    }

    private UserErrorException NoOfflineTwilio() => new(
        $"What answers at {_url.GetLeftPart(UriPartial.Authority)} is no offline Twilio. Start your service with {OfflineAddress.HowToStart}, and give the address that it prints.",
        NothingAnswers);

    private Uri Target(string path) => new($"{_url.AbsoluteUri.TrimEnd('/')}/_ahoy/{path}");
}
