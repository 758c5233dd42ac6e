using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Ahoy.Testing.Hosting;

namespace Ahoy.Testing;

/// <summary>
/// A service of Functions and Assets, run for tests as <c>dotnet run</c> runs it, with Twilio offline. Each has a host of its own, on ports of its own, so that any
/// number of them run side by side; it ends with <see cref="DisposeAsync"/>, and with the process of the tests, however that ends.
/// </summary>
/// <example>
/// <code>
/// await using var service = await AhoyService.StartAsync("../functions");
/// var ada = service.Handset("+15551230001");
/// var chat = await ada.TextAsync("/sms", "Ahoy");
/// Assert.Equal("This is message 1 of 5.", chat.LastReply.Body);
/// </code>
/// </example>
public sealed class AhoyService : IAsyncDisposable
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web);

    private readonly HostProcess _host;
    private readonly ControlClient _control;
    private readonly MessageReader _messages;
    private readonly AhoyClock _clock;
    private readonly Dictionary<string, Handset> _handsets = new(StringComparer.Ordinal);
    private readonly List<HttpClient> _clients = [];
    private readonly HttpClient _signed;

    // What was printed up to here belongs to earlier requests, and is not read again for each.
    private long _lastLine;

    private AhoyService(HostProcess host, Uri url, Uri offlineUrl, AhoyClock clock)
    {
        (_host, Url, _clock) = (host, url, clock);
        _control = new ControlClient(offlineUrl);
        _messages = new MessageReader(_control);
        Clock = new ServiceClock(_control);
        Twilio = new OfflineTwilio(_control, _messages, offlineUrl, _control.Get("account", ControlJson.Default.ControlAccount));
        _signed = CreateSignedClient();
    }

    /// <summary>Where the service answers: <c>http://localhost:40124/</c>.</summary>
    public Uri Url { get; }

    /// <summary>The offline Twilio: what was sent, called, asked.</summary>
    public OfflineTwilio Twilio { get; }

    /// <summary>Its clock.</summary>
    public ServiceClock Clock { get; }

    /// <summary>What the Functions printed, oldest first.</summary>
    public IReadOnlyList<LogLine> Logs => ReadLogs(0).Lines;

    /// <summary>What Twilio's debugger would show, oldest first.</summary>
    public IReadOnlyList<Alert> Alerts =>
        [.. _control.Get("alerts", ControlJson.Default.ListAlertState).Select(alert => new Alert(alert.Code, alert.Message, alert.Function, alert.Sid))];

    /// <summary>Starts a service. A project is built first where it has changed since it was built.</summary>
    /// <param name="path">A folder, a project file, or a Build (<c>.ahoy.zip</c>); relative to the folder of the test project.</param>
    /// <param name="configure">Says how, where that is not as usual.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <exception cref="AhoyException">It can't be served: the message has the build's errors, or says what is missing.</exception>
    public static async Task<AhoyService> StartAsync(string path, Action<AhoyServiceOptions>? configure = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var options = new AhoyServiceOptions();
        configure?.Invoke(options);
        var full = Path.GetFullPath(path, HostLocator.FindProjectFolder());
        HostProcess? host = null;
        try
        {
            host = HostPool.Take();
            var settings = new HostSettings(full, new Dictionary<string, string>(options.Variables), options.EnvFile, options.Node, options.Strict);
            var (url, offlineUrl) = await host.ServeAsync(settings, options.Output, options.StartTimeout, cancellationToken).ConfigureAwait(false);
            var service = new AhoyService(host, url, offlineUrl, options.Clock);
            service.Clock.Mode = options.Clock;
            HostPool.Prepare();
            return service;
        }
        catch (Exception e)
        {
            if (host is not null)
            {
                await host.DisposeAsync().ConfigureAwait(false);
            }

            throw e switch
            {
                HostStartException => new AhoyException($"The service in {full} can't be started:{Environment.NewLine}{e.Message}", e),
                TimeoutException => new AhoyException(
                    string.Create(CultureInfo.InvariantCulture, $"The service in {full} was not started within {options.StartTimeout.TotalSeconds:0.#} s (AhoyServiceOptions.StartTimeout)."), e),
                _ => e,
            };
        }
    }

    /// <summary>A client for the service: its requests are not signed, it follows no redirects and keeps no cookies.</summary>
    public HttpClient CreateClient() => Keep(new HttpClient(new SocketsHttpHandler { UseProxy = false, UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = Url });

    /// <summary>The same, and each request is signed as Twilio would sign it, so that protected Functions answer.</summary>
    public HttpClient CreateSignedClient() => Keep(new HttpClient(new RequestSigner(Twilio.AuthToken)) { BaseAddress = Url });

    /// <summary>Asks a Function, signed, with the parameters as a form; by GET where there are none.</summary>
    /// <param name="path">Its path, with a query where you want one: <c>/token</c>.</param>
    /// <param name="parameters">An object whose properties are the parameters, or a dictionary; null asks by GET.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<FunctionResult> InvokeAsync(string path, object? parameters = null, CancellationToken cancellationToken = default)
    {
        if (parameters is null)
        {
            return await SendAsync(HttpMethod.Get, path, null, cancellationToken).ConfigureAwait(false);
        }

        using var form = new FormUrlEncodedContent(FormParameters.Of(parameters));
        return await SendAsync(HttpMethod.Post, path, form, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Asks a Function, signed, with JSON.</summary>
    /// <param name="path">Its path: <c>/token</c>.</param>
    /// <param name="body">What becomes the JSON; its names are written in camel case.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<FunctionResult> InvokeJsonAsync(string path, object? body, CancellationToken cancellationToken = default)
    {
        using var content = new StringContent(JsonSerializer.Serialize(body, s_json), Encoding.UTF8, "application/json");
        return await SendAsync(HttpMethod.Post, path, content, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A handset. The same one for the same number.</summary>
    /// <param name="number">Its number: <c>+15551230001</c>.</param>
    public Handset Handset(string number)
    {
        lock (_handsets)
        {
            return _handsets.TryGetValue(number, out var known) ? known : _handsets[number] = new Handset(_control, _messages, number);
        }
    }

    /// <summary>
    /// Between tests: as after the start, with the workers kept. Messages, calls, all that was made through the API, faults, the log and the handsets' behaviour are
    /// gone, and the clock is as the options say.
    /// </summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task ResetAsync(CancellationToken cancellationToken = default)
    {
        await _control.PostAsync("reset", "Reset", cancellationToken).ConfigureAwait(false);
        lock (_handsets)
        {
            foreach (var handset in _handsets.Values)
            {
                handset.Forget();
            }
        }

        Clock.Mode = _clock;
    }

    /// <summary>Ends the service: nothing of it is left when this returns.</summary>
    public async ValueTask DisposeAsync()
    {
        List<HttpClient> clients;
        lock (_clients)
        {
            clients = [.. _clients];
            _clients.Clear();
        }

        foreach (var client in clients)
        {
            client.Dispose();
        }

        _control.Dispose();
        await _host.DisposeAsync().ConfigureAwait(false);
    }

    private HttpClient Keep(HttpClient client)
    {
        lock (_clients)
        {
            _clients.Add(client);
        }

        return client;
    }

    private async Task<FunctionResult> SendAsync(HttpMethod method, string path, HttpContent? content, CancellationToken cancellationToken)
    {
        var what = $"{method} {path}";
        var before = ReadLogs(Volatile.Read(ref _lastLine)).Last;
        Volatile.Write(ref _lastLine, before);
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = content };
        var started = Stopwatch.GetTimestamp();
        try
        {
            using var response = await _signed.SendAsync(request, cancellationToken).ConfigureAwait(false);
            var body = await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
            var duration = Stopwatch.GetElapsedTime(started);
            var function = path.Split('?')[0];
            var lines = ReadLogs(before).Lines.Where(line => line.Function == function);
            return new FunctionResult(what, (int)response.StatusCode, body, response.Headers, response.Content.Headers, [.. lines], duration);
        }
        catch (HttpRequestException e)
        {
            throw _control.Failure($"{what}: {e.Message}");
        }
    }

    private (IReadOnlyList<LogLine> Lines, long Last) ReadLogs(long since)
    {
        var items = _control.Get(string.Create(CultureInfo.InvariantCulture, $"logs?since={since}"), ControlJson.Default.ListLogState);
        return ([.. items.Select(item => new LogLine(item.Level, item.Message, item.Function))], items.Count > 0 ? items[^1].Sequence : since);
    }
}
