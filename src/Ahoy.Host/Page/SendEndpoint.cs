using System.Text;
using Ahoy.Host.Environments;
using Ahoy.Host.Gateway;
using Ahoy.Host.Journal;
using Ahoy.Host.Offline.Control;
using Ahoy.Model.Signatures;
using Ahoy.Simulator;
using Microsoft.AspNetCore.WebUtilities;

namespace Ahoy.Host.Page;

/// <summary><c>POST /_ahoy/page/send</c>: sends a request to the gateway, new or again, edited or not, signed anew where that is asked for.</summary>
internal sealed class SendEndpoint(PageOptions options, RequestJournal journal, RequestItems items, Func<GatewayApplication> gateway)
{
    private static readonly string[] s_own = ["Host", "Content-Length", "Transfer-Encoding", "Connection", RequestSignature.HeaderName];

    public void Map(ControlRoutes routes) => routes.Map("POST", "page/send", async request =>
    {
        var body = await request.ReadAsync(PageJson.Default.SendBody).ConfigureAwait(false);
        var of = body.Of is null ? null : journal.Find(body.Of) ?? throw new InvalidRequestException($"The request {body.Of} is not kept any more: the last {RequestJournal.Kept} are.");
        var served = of?.Served ?? options.Served().FirstOrDefault(s => body.Service is null || s.DomainName == body.Service)
            ?? throw new InvalidRequestException("Nothing is served that it could be sent to.");
        var sent = Create(body, of, served, request.Gone);
        await sent.RunAsync(gateway()).ConfigureAwait(false);
        await request.WriteAsync(new SentItem(sent.RequestSid, sent.Status), PageJson.Default.SentItem).ConfigureAwait(false);
    });

    private InProcessRequest Create(SendBody body, RequestRecord? of, ServedEnvironment served, CancellationToken gone)
    {
        var method = body.Method ?? of?.Method ?? "GET";
        if (method.Length == 0 || !method.All(char.IsAsciiLetterUpper))
        {
            throw new InvalidRequestException($"method: {method}: it is a verb such as GET or POST.");
        }

        var target = body.Target ?? throw new InvalidRequestException("'target' is missing: a path, which may have a query.");
        if (of is not null && target == items.Of(of).Target)
        {
            target = of.Target;
        }

        if (!target.StartsWith('/') || target.Any(c => c <= ' ' || c > '~'))
        {
            throw new InvalidRequestException($"target: {target}: it begins with a slash, and what is no letter, digit or sign of a URL is escaped (%20 for a space).");
        }

        var content = HttpMethods.IsGet(method) || HttpMethods.IsHead(method) ? [] : Content(body, of);
        var url = UrlOf(served, target);
        var sent = new InProcessRequest(method, url, target, content, gone) { Sender = "page" };
        foreach (var header in body.Headers ?? [])
        {
            if (header is not [{ Length: > 0 } name, var value] || value.AsSpan().ContainsAny('\r', '\n') || !name.All(c => char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-.^_`|~".Contains(c)))
            {
                throw new InvalidRequestException($"headers: {string.Join(": ", header ?? [])}: a header is a name and a value of one line.");
            }

            if (!s_own.Contains(name, StringComparer.OrdinalIgnoreCase) && !name.StartsWith("x-ahoy-", StringComparison.OrdinalIgnoreCase))
            {
                sent.Headers.Append(name, Unmasked(of, name, value));
            }
        }

        sent.Headers.Host = served.DomainName;
        if (content.Length > 0)
        {
            sent.Headers.ContentLength = content.Length;
        }

        if (body.Sign && served.AuthToken is { Length: > 0 } token)
        {
            sent.Headers[RequestSignature.HeaderName] = RequestSignature.Compute(token, url, FieldsOf(sent, content));
        }

        return sent;
    }

    // As Twilio would: the public URL where there is one.
    private string UrlOf(ServedEnvironment served, string target) => options.PublicUrl is { } publicUrl
        ? publicUrl.GetLeftPart(UriPartial.Path).TrimEnd('/') + target
        : $"https://{served.DomainName}{target}";

    private byte[] Content(SendBody body, RequestRecord? of) => of?.RequestBody is { } kept && (body.Body is null || body.Body == items.Body(of, kept, kept.Length).Text)
        ? kept
        : Encoding.UTF8.GetBytes(body.Body ?? "");

    private string Unmasked(RequestRecord? of, string name, string value) =>
        of?.RequestHeaders.Where(h => h.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).SelectMany(h => h.Value).FirstOrDefault(v => items.MaskedHeader(of, name, v ?? "") == value) ?? value;

    private static List<KeyValuePair<string, string>> FieldsOf(InProcessRequest sent, byte[] content) =>
        sent.Headers.ContentType.ToString().StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase)
            ? [.. Fields(Encoding.UTF8.GetString(content))]
            : [];

    private static IEnumerable<KeyValuePair<string, string>> Fields(string form)
    {
        foreach (var pair in new QueryStringEnumerable(form))
        {
            yield return new(pair.DecodeName().ToString(), pair.DecodeValue().ToString());
        }
    }
}
