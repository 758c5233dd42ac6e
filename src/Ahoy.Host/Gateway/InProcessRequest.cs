using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Abstractions;
using Microsoft.AspNetCore.Http.Features;

namespace Ahoy.Host.Gateway;

/// <summary>
/// A request that this process makes to its own gateway, without a socket: the features that Kestrel would bring, filled by hand. It goes the same
/// way as any other.
/// </summary>
internal sealed class InProcessRequest : FeatureCollection, IHostContextContainer<GatewayRequest>, ISignedUrlFeature
{
    private readonly HttpRequestFeature _request = new();
    private readonly HttpResponseFeature _response = new();
    private readonly MemoryStream _body = new();
    private Logs.RequestSid? _sid;

    /// <param name="method">The verb.</param>
    /// <param name="url">The URL as it was signed: what a signature is compared with.</param>
    /// <param name="target">Its path and query.</param>
    /// <param name="body">The body.</param>
    /// <param name="aborted">Ends when nobody waits for the answer any more.</param>
    public InProcessRequest(string method, string url, string target, ReadOnlyMemory<byte> body, CancellationToken aborted)
    {
        SignedUrl = url;
        _request.Method = method;
        _request.Scheme = "http";
        _request.Protocol = "HTTP/1.1";
        _request.RawTarget = target;
        _request.Body = body.IsEmpty ? Stream.Null : new MemoryStream(body.ToArray(), writable: false);
        Set<IHttpRequestFeature>(_request);
        Set<IHttpResponseFeature>(_response);
        Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(_body));
        Set<IHttpRequestLifetimeFeature>(new HttpRequestLifetimeFeature { RequestAborted = aborted });
        Set<ISignedUrlFeature>(this);
    }

    /// <inheritdoc/>
    public string SignedUrl { get; }

    /// <summary>Who sends it: <c>twilio</c>, or <c>page</c>.</summary>
    public string Sender { get; init; } = "twilio";

    /// <summary>Names the request, once it runs.</summary>
    public string? RequestSid => _sid?.Value;

    /// <summary>The headers of the request.</summary>
    public IHeaderDictionary Headers => _request.Headers;

    /// <summary>The status of the response.</summary>
    public int Status => _response.StatusCode;

    /// <summary>The headers of the response.</summary>
    public IHeaderDictionary ResponseHeaders => _response.Headers;

    /// <summary>The body of the response.</summary>
    public ReadOnlyMemory<byte> Body => _body.GetBuffer().AsMemory(0, (int)_body.Length);

    GatewayRequest? IHostContextContainer<GatewayRequest>.HostContext { get; set; }

    /// <summary>Has the gateway answer it.</summary>
    public async Task RunAsync(IHttpApplication<GatewayRequest> gateway)
    {
        var context = gateway.CreateContext(this);
        _sid = context.Sid;
        try
        {
            await gateway.ProcessRequestAsync(context).ConfigureAwait(false);
            await Get<IHttpResponseBodyFeature>()!.CompleteAsync().ConfigureAwait(false);
        }
        finally
        {
            gateway.DisposeContext(context, null);
        }
    }
}
