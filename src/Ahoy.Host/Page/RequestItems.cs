using System.Runtime.CompilerServices;
using System.Text;
using Ahoy.Host.Environments;
using Ahoy.Host.Journal;
using Ahoy.Host.Logs;
using Ahoy.Host.Secrets;
using Ahoy.Model;
using Ahoy.Model.Signatures;

namespace Ahoy.Host.Page;

/// <summary>Tells of requests and lines, without the credentials in them: those that the host knows, and the values of variables whose names say that they are one.</summary>
internal sealed class RequestItems(LogMask mask)
{
    private const int LongestLine = 4_096;

    // What a webhook has that somebody on a phone brought about.
    private static readonly ReadOnlyMemory<byte>[] s_ofPhones = ["SmsStatus=received"u8.ToArray(), "Direction=inbound"u8.ToArray()];
    private static readonly ReadOnlyMemory<byte>[] s_subjects = ["&CallSid="u8.ToArray(), "&MessageSid="u8.ToArray()];

    private const string Hidden = "•••";

    private readonly ConditionalWeakTable<ServedEnvironment, CredentialMask> _masks = [];

    /// <summary>A request as the list shows it.</summary>
    public RequestItem Of(RequestRecord record) => new(
        record.Sequence,
        record.Sid.Value,
        record.Time,
        record.Served.Build.Service,
        record.Method,
        Hide(record.Served, record.Target),
        record.Path,
        record.IsFunction,
        record.Status,
        Math.Round(record.Duration.TotalMilliseconds, 2),
        record.ResponseSize,
        record.ErrorCode,
        FromOf(record),
        SubjectOf(record));

    /// <summary>A line of the log; a long one is cut where it is one of many.</summary>
    public LineItem Of(KeptLine line, bool isWhole)
    {
        var entry = line.Entry;
        var message = Hide(entry.Served, entry.Message);
        var isCut = !isWhole && message.Length > LongestLine;
        return new LineItem(
            line.Sequence,
            entry.Time,
            entry.Level switch { OutputLevel.Error => "error", OutputLevel.Warn => "warn", _ => "info" },
            isCut ? message[..LongestLine] : message,
            entry.FunctionPath,
            entry.RequestSid,
            entry.ErrorCode,
            isCut);
    }

    /// <summary>Headers as names and values.</summary>
    public IReadOnlyList<string[]> Headers(RequestRecord record, bool sent) =>
    [
        .. (sent ? record.RequestHeaders : record.ResponseHeaders).SelectMany(h => h.Value, (h, value) => new[] { h.Key, MaskedHeader(record, h.Key, value ?? "") }),
    ];

    /// <summary>A header's value as it is shown.</summary>
    public string MaskedHeader(RequestRecord record, string name, string value)
    {
        if (!name.EndsWith("Authorization", StringComparison.OrdinalIgnoreCase))
        {
            return Hide(record.Served, value);
        }

        var space = value.IndexOf(' ', StringComparison.Ordinal);
        return space < 0 ? Hidden : value[..space] + " " + Hidden;
    }

    /// <summary>A body as it is shown.</summary>
    public BodyItem Body(RequestRecord record, byte[]? body, long size)
    {
        if (body is null)
        {
            return new BodyItem(size, size == 0 ? "" : null, null);
        }

        try
        {
            return new BodyItem(size, Hide(record.Served, new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(body)), null);
        }
        catch (ArgumentException)
        {
            return new BodyItem(size, null, Convert.ToBase64String(body));
        }
    }

    private string Hide(ServedEnvironment served, string text) => MaskOf(served).Apply(mask.Apply(served, text));

    private CredentialMask MaskOf(ServedEnvironment served) => _masks.GetValue(
        served,
        static of => new CredentialMask([.. of.Variables.Where(variable => SecretName.IsSecret(variable.Key)).Select(variable => variable.Value)]));

    // The call or message that a webhook is about.
    private static string? SubjectOf(RequestRecord record)
    {
        if (record is not { Sender: "twilio", RequestBody: { } body })
        {
            return null;
        }

        foreach (var name in s_subjects)
        {
            var at = body.AsSpan().StartsWith(name.Span[1..]) ? -1 : body.AsSpan().IndexOf(name.Span);
            if (at >= 0 || body.AsSpan().StartsWith(name.Span[1..]))
            {
                var value = body.AsSpan(at + name.Length);
                var end = value.IndexOf((byte)'&');
                return Encoding.ASCII.GetString(end < 0 ? value : value[..end]);
            }
        }

        return null;
    }

    // What a client says of itself, and what only Twilio sends.
    private static string FromOf(RequestRecord record)
    {
        if (record.Sender is { } sender)
        {
            return sender == "page" ? "page" : record.RequestBody is { } body && s_ofPhones.Any(sign => body.AsSpan().IndexOf(sign.Span) >= 0) ? "phone" : "Twilio";
        }

        var agent = record.Header("User-Agent");
        return agent.StartsWith("Ahoy.Testing", StringComparison.OrdinalIgnoreCase) ? "test"
            : agent.StartsWith("TwilioProxy", StringComparison.OrdinalIgnoreCase) || record.Header(RequestSignature.HeaderName).Length > 0 ? "Twilio"
            : agent.Contains("Mozilla/", StringComparison.OrdinalIgnoreCase) ? "browser"
            : agent.StartsWith("curl/", StringComparison.OrdinalIgnoreCase) ? "curl"
            : agent.StartsWith("ahoy", StringComparison.OrdinalIgnoreCase) ? "ahoy"
            : "program";
    }
}
