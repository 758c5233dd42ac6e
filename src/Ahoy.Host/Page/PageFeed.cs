using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json.Serialization.Metadata;
using Ahoy.Api;
using Ahoy.Host.Journal;
using Ahoy.Host.Offline.Control;

namespace Ahoy.Host.Page;

/// <summary>
/// <c>GET /_ahoy/page/feed</c>: what is new, as server-sent events: <c>requests</c> and <c>lines</c>, and <c>service</c> where something else is served. The first comes at
/// once; under load they come together, and of very many the last.
/// </summary>
internal sealed class PageFeed(RequestJournal journal, RequestItems items, Func<object> served, TimeProvider time, CancellationToken stopping)
{
    // A screen shows no more at a time; the rest is counted.
    private const int MostAtOnce = 50;

    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(40);
    private static readonly TimeSpan s_longPause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan s_silence = TimeSpan.FromSeconds(15);

    // What is served changes without a request.
    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(500);

    public void Map(ControlRoutes routes) => routes.Map("GET", "page/feed", RunAsync);

    private async Task RunAsync(ControlRequest request)
    {
        var response = request.Http.Response;
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-store";
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(request.Gone, stopping);
        try
        {
            await response.StartAsync(ended.Token).ConfigureAwait(false);
            await PassOnAsync(request.Since, response.BodyWriter, ended.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The page was closed, or the host stops.
        }
    }

    private async Task PassOnAsync(long since, PipeWriter target, CancellationToken ended)
    {
        var (requests, lines, known) = (since, LastLine(), served());
        target.Write(":\n\n"u8);
        await target.FlushAsync(ended).ConfigureAwait(false);
        while (true)
        {
            var next = journal.Signal.Next();
            var isBusy = WriteRequests(target, ref requests) | WriteLines(target, ref lines);
            if (!ReferenceEquals(known, served()))
            {
                known = served();
                target.Write("event: service\ndata: {}\n\n"u8);
            }

            await target.FlushAsync(ended).ConfigureAwait(false);
            await Task.Delay(isBusy ? s_longPause : s_pause, time, ended).ConfigureAwait(false);
            for (var silent = TimeSpan.Zero; !next.IsCompleted && ReferenceEquals(known, served()); silent += s_look)
            {
                if (silent >= s_silence)
                {
                    target.Write(":\n\n"u8);
                    break;
                }

                await Task.WhenAny(next, Task.Delay(s_look, time, ended)).ConfigureAwait(false);
                ended.ThrowIfCancellationRequested();
            }
        }
    }

    private long LastLine() => journal.Lines.Since(0) is [.., var last] ? last.Sequence : 0;

    private bool WriteRequests(PipeWriter target, ref long since)
    {
        var last = journal.Last;
        if (last <= since)
        {
            return false;
        }

        var skipped = Math.Max(0, last - since - MostAtOnce);
        var batch = new RequestBatch([.. journal.Since(since + skipped).Select(items.Of)], skipped, last);
        if (batch.Items.Count == 0)
        {
            return false;
        }

        since = batch.Items[^1].Sequence;
        Write(target, "requests", batch, PageJson.Default.RequestBatch);
        return skipped > 0;
    }

    private bool WriteLines(PipeWriter target, ref long since)
    {
        var lines = journal.Lines.Since(since);
        if (lines.Count == 0)
        {
            return false;
        }

        since = lines[^1].Sequence;
        Write(target, "lines", [.. lines.TakeLast(MostAtOnce).Select(line => items.Of(line, isWhole: false))], PageJson.Default.IReadOnlyListLineItem);
        return lines.Count > MostAtOnce;
    }

    private static void Write<T>(PipeWriter target, string name, T data, JsonTypeInfo<T> type)
    {
        target.Write(Encoding.UTF8.GetBytes($"event: {name}\ndata: "));
        target.Write(AnswerJson.Write(data, type));
        target.Write("\n\n"u8);
    }
}
