using System.Text;
using Ahoy.Host.Journal;
using Ahoy.Host.Offline.Control;

namespace Ahoy.Host.Page;

/// <summary><c>GET /_ahoy/page/requests</c> and <c>…/{sid}</c>: the requests that are kept, and one of them.</summary>
internal sealed class RequestEndpoints(RequestJournal journal, RequestItems items, StackReader stacks)
{
    public void Map(ControlRoutes routes)
    {
        routes.Map("GET", "page/requests", request =>
        {
            var found = journal.Since(request.Since).Select(items.Of).ToList();
            return request.WriteAsync(new RequestBatch(found, 0, journal.Last), PageJson.Default.RequestBatch);
        });
        routes.Map("DELETE", "page/requests", request =>
        {
            journal.Clear();
            return request.WriteNothing();
        });
        routes.Map("GET", "page/requests/*", request => journal.Find(request.Value) is { } record
            ? request.WriteAsync(Detail(record), PageJson.Default.RequestDetail)
            : request.WriteErrorAsync(StatusCodes.Status404NotFound, $"The request {request.Value} is not kept any more: the last {RequestJournal.Kept} are."));
    }

    private RequestDetail Detail(RequestRecord record)
    {
        var lines = journal.Lines.Of(record.Sid.Value);
        var stack = stacks.Read(record.Served, [.. lines.Select(line => line.Entry), .. FailureOf(record)]);
        return new RequestDetail(
            items.Of(record),
            $"http://{record.Served.DomainName}{items.Of(record).Target}",
            items.Headers(record, sent: true),
            items.Headers(record, sent: false),
            items.Body(record, record.RequestBody, record.RequestSize),
            items.Body(record, record.ResponseBody, record.ResponseSize),
            [.. lines.Select(line => items.Of(line, isWhole: true))],
            [.. journal.Outbound.Of(record.Sid.Value).Select(o => new OutboundItem(o.Method, o.Url, o.Status, o.Start, o.Duration, o.Error))],
            stack,
            !string.IsNullOrEmpty(record.Served.AuthToken));
    }

    // A failure whose line is gone may still be in the answer.
    private static IEnumerable<Logs.OutputEntry> FailureOf(RequestRecord record) => record is { Status: >= 500, ResponseBody: { Length: > 0 } body }
        ? [new(record.Time, record.Served, null, null, Logs.OutputLevel.Error, 0, Encoding.UTF8.GetString(body).Replace("\\n", "\n", StringComparison.Ordinal))]
        : [];
}
