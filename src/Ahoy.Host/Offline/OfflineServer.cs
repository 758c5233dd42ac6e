using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Ahoy.Host.Offline;

/// <summary>Where the offline Twilio listens: on this machine alone.</summary>
internal sealed class OfflineServer(OfflineSettings settings, OfflineApplication application) : IAsyncDisposable
{
    private const int LargestBody = 16 * 1024 * 1024;

    private static readonly TimeSpan s_stopTime = TimeSpan.FromSeconds(2);

    private KestrelServer? _kestrel;

    /// <summary>The port that it listens on, once it is started.</summary>
    public int Port { get; private set; }

    /// <summary>Begins to listen: at the port that the user chose; else at the usual one, or one that is free.</summary>
    /// <exception cref="IOException">The port that the user chose is in use, or may not be used.</exception>
    public async Task StartAsync(CancellationToken cancellation)
    {
        try
        {
            await ListenAsync(settings.Port ?? OfflineSettings.DefaultPort, cancellation).ConfigureAwait(false);
        }
        catch (IOException e) when (settings.Port is null && e.InnerException is AddressInUseException or SocketException)
        {
            await ListenAsync(0, cancellation).ConfigureAwait(false);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_kestrel is not null)
        {
            using var patience = new CancellationTokenSource(s_stopTime);
            await _kestrel.StopAsync(patience.Token).ConfigureAwait(false);
            _kestrel.Dispose();
        }
    }

    private async Task ListenAsync(int port, CancellationToken cancellation)
    {
        var options = new KestrelServerOptions { AddServerHeader = false };
        options.Limits.MaxRequestBodySize = LargestBody;
        options.Listen(IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http1);
        _kestrel?.Dispose();
        _kestrel = new KestrelServer(
            Options.Create(options),
            new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance),
            NullLoggerFactory.Instance);
        await _kestrel.StartAsync(application, cancellation).ConfigureAwait(false);
        Port = new Uri(_kestrel.Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port;
    }
}
