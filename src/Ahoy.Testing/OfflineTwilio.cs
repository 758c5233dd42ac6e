using System.Globalization;
using System.Xml;
using Twilio.Clients;
using Twilio.Http;

namespace Ahoy.Testing;

/// <summary>The Twilio that a service of tests has: all that was asked of it and all that it did, and a client for it.</summary>
public sealed class OfflineTwilio
{
    private readonly ControlClient _control;
    private readonly MessageReader _messages;
    private readonly object _faults = new();

    internal OfflineTwilio(ControlClient control, MessageReader messages, Uri url, ControlAccount account)
    {
        (_control, _messages, Url) = (control, messages, url);
        (AccountSid, AuthToken, Numbers) = (account.AccountSid, account.AuthToken, account.Numbers);
    }

    /// <summary>Where it answers: <c>http://127.0.0.1:40123/</c>. The host that is meant stands first in the path.</summary>
    public Uri Url { get; }

    /// <summary>The account's SID.</summary>
    public string AccountSid { get; }

    /// <summary>The account's Auth Token.</summary>
    public string AuthToken { get; }

    /// <summary>The account's numbers at the start.</summary>
    public IReadOnlyList<string> Numbers { get; }

    /// <summary>Everything that was sent to handsets, oldest first: replies, messages of the API by whom it may be, Verify's codes.</summary>
    public IReadOnlyList<SentMessage> Messages => _messages.ReadAll();

    /// <summary>All calls, oldest first: those to Functions, those of the API, and those that a <c>Dial</c> makes.</summary>
    public IReadOnlyList<Call> Calls => [.. _control.Get("calls", ControlJson.Default.ListCallState).Select(call => new Call(_control, call.Sid))];

    /// <summary>The codes of Verify, oldest first, each as it is now.</summary>
    public IReadOnlyList<Verification> Verifications =>
    [
        .. _control.Get("verifications", ControlJson.Default.ListVerificationState)
            .GroupBy(state => state.Sid)
            .Select(states => states.Last())
            .Select(state => new Verification(state.Sid, state.ServiceSid, state.To, state.Channel, state.Code, state.Status)),
    ];

    /// <summary>What Functions and other programs asked of the REST API, oldest first.</summary>
    public IReadOnlyList<RestRequest> Requests =>
    [
        .. _control.Get("requests", ControlJson.Default.ListRequestState).Select(state => new RestRequest(
            state.Method,
            state.Host,
            state.Path,
            state.Parameters ?? new Dictionary<string, string>(),
            state.Status,
            TimeSpan.FromMilliseconds(state.Milliseconds),
            state.By ?? "other",
            state.Stateful)),
    ];

    /// <summary>Lets requests to Twilio fail, from now on. What you leave out fits any request; of several faults the first that fits counts.</summary>
    /// <param name="path">The path, without its query; <c>*</c> stands for anything: <c>*/Messages.json</c>.</param>
    /// <param name="host">The host: <c>api.twilio.com</c>.</param>
    /// <param name="method">The method.</param>
    /// <param name="status">The status of the answer.</param>
    /// <param name="code">Twilio's code in it.</param>
    /// <param name="delay">How long the answer takes. Without <paramref name="status"/> and <paramref name="drop"/> the request goes on then.</param>
    /// <param name="drop">Whether the connection breaks.</param>
    /// <param name="times">How many requests; all of them where you leave it out.</param>
    public void Fail(
        string? path = null,
        string? host = null,
        string? method = null,
        int? status = null,
        int? code = null,
        TimeSpan? delay = null,
        bool drop = false,
        int? times = null)
    {
        var fault = new Fault(new FaultMatch(host, method, path), times, status, code, delay is { } time ? XmlConvert.ToString(time) : null, drop ? true : null);
        lock (_faults)
        {
            // Those that have been used up are not to fail again: the host knows how often each may.
            List<Fault> all = [.. _control.Get("faults", ControlJson.Default.ListFault), fault];
            _control.Put("faults", all, ControlJson.Default.ListFault, string.Create(CultureInfo.InvariantCulture, $"Let {path ?? "requests"} fail"));
        }
    }

    /// <summary>Lets nothing fail any more.</summary>
    public void ClearFaults() => _control.Delete("faults");

    /// <summary>A client of the C# helper library that speaks to this Twilio. Give it to what you test.</summary>
    public ITwilioRestClient CreateClient() => new TwilioRestClient(AccountSid, AuthToken, httpClient: new SystemNetHttpClient(new System.Net.Http.HttpClient(new OfflineHandler(Url))));

    /// <summary>Sends what is meant for a host of Twilio's to the offline one.</summary>
    private sealed class OfflineHandler(Uri url) : DelegatingHandler(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false })
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.RequestUri = new Uri(url, $"/{request.RequestUri!.IdnHost}{request.RequestUri.PathAndQuery}");
            request.Headers.Host = null;
            return base.SendAsync(request, cancellationToken);
        }
    }
}
