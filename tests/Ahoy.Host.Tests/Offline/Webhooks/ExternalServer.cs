using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace Ahoy.Host.Tests.Offline.Webhooks;

/// <summary>A server of somebody else's on this machine, whose URLs a number has.</summary>
internal sealed class ExternalServer : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Func<WebhookSeen, (int Status, string Type, string Body, string? Cookie)> _answer;

    public ExternalServer(Func<WebhookSeen, (int Status, string Type, string Body, string? Cookie)> answer)
    {
        _answer = answer;
        Port = FreePort();
        _listener.Prefixes.Add($"http://127.0.0.1:{Port}/");
        _listener.Start();
        _ = RunAsync();
    }

    public int Port { get; }

    public string Url => $"http://127.0.0.1:{Port}";

    /// <summary>What it was asked.</summary>
    public ConcurrentQueue<WebhookSeen> Seen { get; } = new();

    public void Dispose() => _listener.Close();

    private static int FreePort()
    {
        using var probe = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private async Task RunAsync()
    {
        while (_listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            using var reader = new StreamReader(context.Request.InputStream, Encoding.UTF8);
            var form = QueryHelpers.ParseQuery(await reader.ReadToEndAsync()).ToDictionary(p => p.Key, p => p.Value.ToString());
            var seen = new WebhookSeen(context.Request.HttpMethod, new Uri(Url + context.Request.RawUrl), form, context.Request.Headers["X-Twilio-Signature"], context.Request.Headers["Cookie"]);
            Seen.Enqueue(seen);
            var (status, type, body, cookie) = _answer(seen);
            context.Response.StatusCode = status;
            context.Response.ContentType = type;
            if (cookie is not null)
            {
                context.Response.Headers["Set-Cookie"] = cookie;
            }

            await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(body));
            context.Response.Close();
        }
    }
}

/// <summary>A request of Twilio's to that server.</summary>
internal sealed record WebhookSeen(string Method, Uri Url, IReadOnlyDictionary<string, string> Form, string? Signature, string? Cookie);
