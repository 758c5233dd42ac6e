using System.Net;
using System.Text;
using Ahoy.Host.Journal;
using Ahoy.Host.Logs;
using Ahoy.Model;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Ahoy.Host.Gateway;

/// <summary>The gateway: Kestrel, and what it runs for each request.</summary>
internal sealed class GatewayServer : IAsyncDisposable
{
    // Kestrel's own limits answer without a word. They are so far above the platform's that the gateway comes first.
    private const int HeadersThatAreRead = 10_000;

    private readonly GatewayOptions _options;
    private readonly GatewayApplication _application;
    private readonly KestrelServer _kestrel;

    public GatewayServer(GatewayOptions options, RunningEnvironments environments, ILogSink log, LogMask mask, TimeProvider time, RequestJournal? journal = null)
    {
        _options = options;
        var pipeline = new RequestPipeline(
            environments,
            new DetailStep(options, log, time),
            new SignatureStep(options, log, time),
            new AssetStep(new AssetReader(new AssetCache(), time)),
            new FunctionStep(new ReplyWriter(log, mask, time), time));
        _application = new GatewayApplication(pipeline, log, time, journal);
        _kestrel = new KestrelServer(
            Options.Create(Configure(options)),
            new SocketTransportFactory(Options.Create(TransportOptions()), NullLoggerFactory.Instance),
            NullLoggerFactory.Instance);
    }

    /// <summary>What answers requests, for those that this process makes itself.</summary>
    public GatewayApplication Application => _application;

    /// <summary>The port that it listens on, once it is started.</summary>
    public int Port { get; private set; }

    /// <summary>Begins to listen.</summary>
    /// <exception cref="IOException">The port is in use, or may not be used.</exception>
    public async Task StartAsync(CancellationToken cancellation)
    {
        await _kestrel.StartAsync(_application, cancellation).ConfigureAwait(false);
        var address = _kestrel.Features.Get<IServerAddressesFeature>()!.Addresses.First();
        Port = new Uri(address.Replace("[::]", "localhost", StringComparison.Ordinal)).Port;
        _ = GatewayWarmUp.RunAsync(Port);
    }

    /// <summary>Stops to listen and lets requests finish that are being answered, for a while.</summary>
    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(_options.StopTime);
        await _kestrel.StopAsync(patience.Token).ConfigureAwait(false);
        _kestrel.Dispose();
    }

    private static KestrelServerOptions Configure(GatewayOptions options)
    {
        var kestrel = new KestrelServerOptions
        {
            AddServerHeader = false,
            AllowSynchronousIO = false,

            // As Node reads and writes headers.
            RequestHeaderEncodingSelector = static _ => Encoding.Latin1,
            ResponseHeaderEncodingSelector = static _ => Encoding.Latin1,
        };
        var limits = kestrel.Limits;
        limits.MaxRequestHeaderCount = HeadersThatAreRead;
        limits.MaxRequestHeadersTotalSize = 2 * PlatformLimits.RequestBytes;
        limits.MaxRequestLineSize = PlatformLimits.RequestBytes + 8192;
        limits.MaxRequestBufferSize = 4 * PlatformLimits.RequestBytes;
        limits.MaxRequestBodySize = null;
        if (options.ListensToAll)
        {
            kestrel.ListenAnyIP(options.Port, Http1);
        }
        else if (options.Port == 0)
        {
            kestrel.Listen(IPAddress.Loopback, 0, Http1);
        }
        else
        {
            kestrel.ListenLocalhost(options.Port, Http1);
        }

        return kestrel;
    }

    private static void Http1(ListenOptions listen) => listen.Protocols = HttpProtocols.Http1;

    // Requests are handled on the thread that reads their socket: nothing here blocks, and a change of threads costs more than the
    // rest of the way.
    private static SocketTransportOptions TransportOptions() => new()
    {
        UnsafePreferInlineScheduling = true,
        WaitForDataBeforeAllocatingBuffer = false,
    };
}
