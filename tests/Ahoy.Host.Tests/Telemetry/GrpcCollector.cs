using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.IO.Compression;
using System.Net;
using Ahoy.TestSupport.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace Ahoy.Host.Tests.Telemetry;

/// <summary>A collector that is spoken to by gRPC: HTTP/2 without TLS, a message in a frame of length and flag, and the status as a trailer.</summary>
internal sealed class GrpcCollector : IAsyncDisposable
{
    private const int HeadLength = 5;
    private const string Service = "/opentelemetry.proto.collector.";

    private readonly WebApplication _app;

    private GrpcCollector()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    public string Url => _app.Urls.First();

    /// <summary>What came.</summary>
    public ReceivedTelemetry Received { get; } = new();

    /// <summary>What was wrong with a request.</summary>
    public ConcurrentQueue<string> Faults { get; } = new();

    /// <summary>The header <c>x-team</c> of each request.</summary>
    public ConcurrentQueue<string> Teams { get; } = new();

    public static async Task<GrpcCollector> StartAsync()
    {
        var collector = new GrpcCollector();
        await collector._app.StartAsync();
        return collector;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        var path = http.Request.Path.Value!;
        Check(http.Request.Protocol == "HTTP/2", $"protocol {http.Request.Protocol}");
        Check(http.Request is { Method: "POST", ContentType: { } type } && type.StartsWith("application/grpc", StringComparison.Ordinal), $"{http.Request.Method} {http.Request.ContentType}");
        Check(path.StartsWith(Service, StringComparison.Ordinal) && path.EndsWith("/Export", StringComparison.Ordinal), path);
        Teams.Enqueue(http.Request.Headers["x-team"].ToString());
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        Received.Keep(SignalOf(path), Unframe(body.ToArray(), http.Request.Headers["grpc-encoding"].ToString()));

        http.Response.ContentType = "application/grpc";
        http.Response.DeclareTrailer("grpc-status");
        // An empty message.
        await http.Response.Body.WriteAsync(new byte[HeadLength]);
        http.Response.AppendTrailer("grpc-status", "0");
    }

    private byte[] Unframe(byte[] frame, string encoding)
    {
        var length = frame.Length < HeadLength ? -1 : BinaryPrimitives.ReadInt32BigEndian(frame.AsSpan(1));
        Check(length == frame.Length - HeadLength, $"a frame of {frame.Length} bytes says {length}");
        var message = new MemoryStream(frame[HeadLength..]);
        if (frame[0] == 0)
        {
            return message.ToArray();
        }

        Check(encoding == "gzip", $"compressed by '{encoding}'");
        using var plain = new MemoryStream();
        using var unzip = new GZipStream(message, CompressionMode.Decompress);
        unzip.CopyTo(plain);
        return plain.ToArray();
    }

    // trace.v1.TraceService, metrics.v1.MetricsService, logs.v1.LogsService
    private static string SignalOf(string path) => path[Service.Length..].Split('.')[0] is "trace" ? "traces" : path[Service.Length..].Split('.')[0];

    private void Check(bool isRight, string fault)
    {
        if (!isRight)
        {
            Faults.Enqueue(fault);
        }
    }
}
