using System.Net;
using System.Net.Sockets;
using Ahoy.Simulator.Rest;
using Ahoy.Simulator.Rest.Requests;

namespace Ahoy.Simulator.Tests.Rest.Clients;

/// <summary>The REST API over HTTP on this machine, for clients that know nothing else.</summary>
internal sealed class RestServer : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly RestApi _api;
    private readonly Task _loop;

    public RestServer(RestApi api)
    {
        _api = api;
        using (var probe = new TcpListener(IPAddress.Loopback, 0))
        {
            probe.Start();
            Address = $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}";
        }

        _listener.Prefixes.Add($"{Address}/");
        _listener.Start();
        _loop = Task.Run(ListenAsync);
    }

    public string Address { get; }

    public void Dispose()
    {
        _listener.Stop();
        _loop.GetAwaiter().GetResult();
        _listener.Close();
    }

    private async Task ListenAsync()
    {
        while (_listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                return;
            }

            _ = Task.Run(() => AnswerAsync(context));
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        var request = context.Request;
        using var body = new MemoryStream();
        await request.InputStream.CopyToAsync(body);
        var target = request.RawUrl!.Split('?', 2);
        try
        {
            var answer = await _api.AnswerAsync(new RestRequest
            {
                Method = request.HttpMethod,
                Host = request.UserHostName,
                Path = target[0],
                Query = target.Length > 1 ? target[1] : "",
                Authorization = request.Headers["Authorization"],
                ContentType = request.ContentType,
                IfMatch = request.Headers["If-Match"],
                Body = body.ToArray(),
            });
            context.Response.StatusCode = answer.Status;
            context.Response.ContentType = answer.ContentType;
            foreach (var (name, value) in answer.Headers)
            {
                context.Response.Headers[name] = value;
            }

            await context.Response.OutputStream.WriteAsync(answer.Body);
        }
        catch (Exception e)
        {
            // The client's test fails on the status, and shows this.
            context.Response.StatusCode = 500;
            await context.Response.OutputStream.WriteAsync(System.Text.Encoding.UTF8.GetBytes(e.ToString()));
        }

        context.Response.Close();
    }
}
