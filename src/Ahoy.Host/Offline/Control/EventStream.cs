using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using System.Threading.Channels;
using Ahoy.Host.Offline.Logs;
using Ahoy.Simulator;
using Ahoy.Simulator.World.Events;

namespace Ahoy.Host.Offline.Control;

/// <summary>
/// What happens, as server-sent events: first what is kept (after <c>since=</c>, or after the <c>Last-Event-ID</c> of a client that comes back), then
/// what happens from now on.
/// </summary>
internal sealed class EventStream(TwilioSimulator simulator, WorldLog log, TimeProvider time, CancellationToken stopping)
{
    // A client that reads so much too slowly is let go; it comes back, and gets what it has missed.
    private const int MostUnread = 10_000;

    // Proxies and browsers take a connection without a word for dead.
    private static readonly TimeSpan s_silence = TimeSpan.FromSeconds(15);

    public void Map(ControlRoutes routes) => routes.Map("GET", "events", RunAsync);

    private async Task RunAsync(ControlRequest request)
    {
        var since = LastSeen(request) ?? request.Since;
        log.Tell();
        var response = request.Http.Response;
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-store";
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(request.Gone, stopping);
        var channel = Channel.CreateBounded<WorldEvent>(new BoundedChannelOptions(MostUnread) { SingleReader = true });
        var (kept, listening) = simulator.World.InTurn(() => (Kept(since), simulator.Listen(item =>
        {
            if (!channel.Writer.TryWrite(item))
            {
                channel.Writer.TryComplete();
            }
        })));
        using (listening)
        {
            try
            {
                // The headers go out even where there is nothing yet, and only then the writer gives memory of any size.
                await response.StartAsync(ended.Token).ConfigureAwait(false);
                foreach (var item in kept)
                {
                    Write(response.BodyWriter, item);
                }

                await response.BodyWriter.FlushAsync(ended.Token).ConfigureAwait(false);
                await PassOnAsync(channel.Reader, response.BodyWriter, ended.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                // The client has gone, or the host stops.
            }
        }
    }

    private async Task PassOnAsync(ChannelReader<WorldEvent> events, PipeWriter target, CancellationToken ended)
    {
        var next = events.WaitToReadAsync(ended).AsTask();
        while (true)
        {
            try
            {
                if (!await next.WaitAsync(s_silence, time, ended).ConfigureAwait(false))
                {
                    return;
                }

                while (events.TryRead(out var item))
                {
                    Write(target, item);
                }

                next = events.WaitToReadAsync(ended).AsTask();
            }
            catch (TimeoutException)
            {
                target.Write(":\n\n"u8);
            }

            await target.FlushAsync(ended).ConfigureAwait(false);
        }
    }

    private static long? LastSeen(ControlRequest request) =>
        long.TryParse(request.Http.Request.Headers["Last-Event-ID"], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    private List<WorldEvent> Kept(long since)
    {
        var events = new List<WorldEvent>();
        events.AddRange(simulator.Messages(since).Select(m => new WorldEvent(EventKind.Messages, m.Sequence, m)));
        events.AddRange(simulator.Calls(since).Select(c => new WorldEvent(EventKind.Calls, c.Sequence, c)));
        foreach (var kind in Enum.GetValues<EventKind>())
        {
            events.AddRange(simulator.World.Events.Since(kind, since));
        }

        return [.. events.OrderBy(e => e.Sequence)];
    }

    private static void Write(PipeWriter target, WorldEvent item)
    {
        target.Write(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"event: {item.Name}\nid: {item.Sequence}\ndata: ")));
        target.Write(ControlJson.Write(item.Data));
        target.Write("\n\n"u8);
    }
}
