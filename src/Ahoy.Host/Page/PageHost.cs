using System.Globalization;
using Ahoy.Host.Gateway;
using Ahoy.Host.Journal;
using Ahoy.Host.Logs;
using Ahoy.Host.Offline;
using Ahoy.Host.Offline.Control;

namespace Ahoy.Host.Page;

/// <summary>The page, put together: what it keeps of requests, what it asks for below <c>/_ahoy/page/</c>, and where it is: at the offline Twilio's address, or at one of its own.</summary>
internal sealed class PageHost : IAsyncDisposable
{
    private readonly OfflineTwilio? _offline;
    private readonly OfflineServer? _server;
    private readonly CancellationTokenSource _stopping = new();
    private GatewayApplication? _gateway;

    /// <param name="options">What it is made of.</param>
    /// <param name="journal">What is kept of requests; the host's log writes to it.</param>
    /// <param name="offline">Twilio, offline, whose address it shares; null where there is none.</param>
    /// <param name="mask">Takes credentials out of what it tells.</param>
    /// <param name="time">What time it is.</param>
    public PageHost(PageOptions options, RequestJournal journal, OfflineTwilio? offline, LogMask mask, TimeProvider time)
    {
        _offline = offline;
        Journal = journal;
        var items = new RequestItems(mask);
        var routes = offline?.Control ?? new ControlRoutes();
        new RequestEndpoints(journal, items, new StackReader()).Map(routes);
        new SendEndpoint(options, journal, items, () => _gateway!).Map(routes);
        new ServiceEndpoint(options, offline).Map(routes);
        new PageFeed(journal, items, () => options.Served() is [var only] ? only : options, time, _stopping.Token).Map(routes);
        if (offline is null)
        {
            var application = new OfflineApplication(null, routes, static _ => { }) { HasFile = PageFiles.Has, AnswerFile = PageFiles.AnswerAsync };
            _server = new OfflineServer(new OfflineSettings(options.Port, IsStrict: false), application);
        }
        else
        {
            offline.Application.HasFile = PageFiles.Has;
            offline.Application.AnswerFile = PageFiles.AnswerAsync;
        }
    }

    /// <summary>What is kept of requests.</summary>
    public RequestJournal Journal { get; }

    /// <summary>Where it is reached, once it is started.</summary>
    public string Url => _offline?.Url ?? string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{_server!.Port}");

    /// <summary>Tells it which gateway answers what it sends.</summary>
    public void Connect(GatewayApplication gateway) => _gateway = gateway;

    /// <summary>Begins to listen, where the offline Twilio does not.</summary>
    /// <exception cref="IOException">The port that the user chose can't be used.</exception>
    public Task StartAsync(CancellationToken cancellation) => _server?.StartAsync(cancellation) ?? Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        if (_server is not null)
        {
            await _server.DisposeAsync().ConfigureAwait(false);
        }

        _stopping.Dispose();
    }
}
