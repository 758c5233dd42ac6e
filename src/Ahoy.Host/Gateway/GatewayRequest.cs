using System.Diagnostics;
using Ahoy.Host.Environments;
using Ahoy.Host.Logs;
using Ahoy.Host.Workers;
using Microsoft.AspNetCore.Http.Features;

namespace Ahoy.Host.Gateway;

/// <summary>A request on its way through the gateway, with what the steps found out about it. A connection uses one for all its requests.</summary>
internal sealed class GatewayRequest
{
    private readonly DefaultHttpContext _http = new();
    private Invocation? _invocation;

    public HttpContext Http => _http;

    /// <summary>What was sent after the verb: path and query, untouched.</summary>
    public string Target { get; private set; } = "";

    /// <summary>The query of <see cref="Target"/> without its question mark.</summary>
    public ReadOnlySpan<char> Query => _queryStart < Target.Length ? Target.AsSpan(_queryStart + 1) : default;

    /// <summary>The path of <see cref="Target"/>, still encoded.</summary>
    public ReadOnlySpan<char> RawPath => Target.AsSpan(0, _queryStart);

    public RequestSid Sid { get; private set; } = null!;

    /// <summary>When its headers had been read, in ticks of the stopwatch.</summary>
    public long StartedAt { get; private set; }

    public RunningEnvironment? Running { get; set; }

    /// <summary>What the running Environment served when the request came.</summary>
    public ServedEnvironment? Served { get; set; }

    public Route? Route { get; set; }

    /// <summary>The size of headers and request line, in bytes.</summary>
    public int HeaderBytes { get; set; }

    public RequestBody Body { get; } = new();

    /// <summary>The body of the response, which is written once all steps are done; empty where there is none, or where a step wrote it.</summary>
    public ReadOnlyMemory<byte> Content { get; set; }

    /// <summary>The code of the platform's error dictionary for what went wrong, or 0.</summary>
    public int ErrorCode { get; set; }

    /// <summary>Who sent it, where that is this process; else null.</summary>
    public string? Sender { get; private set; }

    /// <summary>Its span; null where nobody listens.</summary>
    public Activity? Activity { get; set; }

    public Invocation Invocation => _invocation ??= new Invocation();

    private int _queryStart;

    public void Begin(IFeatureCollection features, long now)
    {
        _http.Initialize(features);
        StartedAt = now;
        Sid = new RequestSid();
        Sender = (features as InProcessRequest)?.Sender;
        Target = RequestTarget.WithoutAuthority(features.GetRequiredFeature<IHttpRequestFeature>().RawTarget);
        var query = Target.IndexOf('?', StringComparison.Ordinal);
        _queryStart = query < 0 ? Target.Length : query;
    }

    public void End()
    {
        _http.Uninitialize();
        Running = null;
        Activity = null;
        Served = null;
        Route = null;
        HeaderBytes = 0;
        Content = default;
        ErrorCode = 0;
        Body.Clear();
    }
}
