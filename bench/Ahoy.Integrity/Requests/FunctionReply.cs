using System.Globalization;
using System.Text;
using Ahoy.Integrity.Answers;
using Ahoy.Integrity.Content;
using Ahoy.Model;

namespace Ahoy.Integrity.Requests;

/// <summary>What a request asks the Function to answer with, and what the answer must be then. It is <c>answer.js</c> once more.</summary>
internal sealed class FunctionReply
{
    private const string PlainText = "text/plain; charset=utf-8";
    private const int LargestAnswer = 1_000_000;
    private const int LargestTwiml = 20_000;
    private const int LargestQuickText = 20_000;
    private const int MoreThanFits = 200_000;

    private static readonly string[] s_kinds =
    [
        "string", "string", "string", "json", "json", "nothing", "failure", "twiml",
        "text", "text", "text", "object", "object", "buffer", "buffer", "buffer", "buffer", "slice", "slice", "slice", "empty",
    ];

    private static readonly int[] s_statuses = [201, 202, 204, 205, 206, 301, 302, 304, 400, 404, 418, 422, 429, 431, 500, 503, 599];
    private static readonly string s_zeros = ServiceFiles.Version(0);
    private static readonly string s_digestOfNone = new('0', 64);

    private readonly int _id;
    private readonly string _kind;
    private readonly int _at;
    private int _size;
    private int _pad;
    private readonly int _status = 200;
    private int _headers;
    private int _headerLength;
    private int _lastHeader;
    private int _cookies;
    private readonly string? _type;

    private FunctionReply(Random random, int id, bool isQuick)
    {
        _id = id;
        if (isQuick)
        {
            _kind = random.Next(4) == 0 ? "string" : "slice";
            _at = random.Next(SharedContent.BinaryLength - LargestAnswer);
            // Some are more than a connection takes at once, and many lines follow them at once.
            IsFollowedByLines = _kind == "slice" && random.Next(6) == 0;
            _size = IsFollowedByLines ? random.Next(MoreThanFits, LargestAnswer) : RandomTexts.Size(random, _kind == "slice" ? LargestAnswer : LargestQuickText);
            return;
        }

        _kind = s_kinds[random.Next(s_kinds.Length)];
        _at = random.Next(SharedContent.BinaryLength - PlatformLimits.ResponseBytes - 1);
        _size = random.Next(100) < 4 ? 0 : RandomTexts.Size(random, _kind == "twiml" ? LargestTwiml : LargestAnswer);
        if (IsResponse)
        {
            _status = random.Next(6) == 0 ? s_statuses[random.Next(s_statuses.Length)] : 200;
            _type = random.Next(3) == 0 ? $"application/x-test; of={id}" : null;
            ChooseHeaders(random);
        }

        if (random.Next(100) < 3)
        {
            ReachLimit(random.Next(3) == 0 ? 1 : 0);
        }
    }

    /// <summary>Whether the Function is to log much right after its callback.</summary>
    public bool IsFollowedByLines { get; }

    private bool IsResponse => _kind is "text" or "object" or "buffer" or "slice" or "empty";

    public static FunctionReply Random(Random random, int id, bool isQuick) => new(random, id, isQuick);

    /// <summary>The query's parameters that say so.</summary>
    public IEnumerable<(string Name, string Value)> Asked()
    {
        yield return ("id", Text(_id));
        yield return ("kind", _kind);
        yield return ("at", Text(_at));
        yield return ("size", Text(_size));
        if (_pad > 0)
        {
            yield return ("pad", Text(_pad));
        }

        if (!IsResponse)
        {
            yield break;
        }

        yield return ("status", Text(_status));
        if (_type is not null)
        {
            yield return ("type", _type);
        }

        yield return ("headers", Text(_headers));
        yield return ("headerLength", Text(_headerLength));
        yield return ("lastHeader", Text(_lastHeader));
        yield return ("cookies", Text(_cookies));
    }

    /// <summary>What must be answered, and whether that is a refusal.</summary>
    /// <param name="digest">The digest of the event.</param>
    /// <param name="closes">Whether the connection is to be closed.</param>
    public (FunctionExpectation Expected, bool IsRefusal) Expect(string digest, bool closes)
    {
        var (body, versionAt) = Body(digest);
        var length = body.Sum(piece => (long)piece.Length);
        if (IsResponse && (HeaderCount() > PlatformLimits.Headers || HeaderBytes() > PlatformLimits.HeaderBytes))
        {
            return (FunctionRequest.Refusal(431, "Response headers or cookies too long", closes), true);
        }

        if (length > PlatformLimits.ResponseBytes)
        {
            var text = string.Create(CultureInfo.InvariantCulture, $"The response of the Function has {length} bytes, and {PlatformLimits.ResponseBytes} (4 MB) are allowed.");
            return (FunctionRequest.Refusal(500, text, closes), true);
        }

        var hasBody = _status is not (204 or 205 or 304);
        var expectation = new FunctionExpectation
        {
            Status = _kind == "failure" ? 500 : _status,
            Body = body,
            VersionAt = hasBody ? versionAt : -1,
            HasFunctionHeaders = IsResponse,
            Closes = closes,
        };
        if (ContentType() is { } type)
        {
            expectation.Headers.Add(("Content-Type", type));
        }

        if (IsResponse)
        {
            expectation.Headers.Add(("X-Id", Text(_id)));
            expectation.Headers.Add(("X-Digest", digest));
            expectation.Headers.AddRange(OwnHeaders());
            expectation.Headers.AddRange(OwnCookies().Select(cookie => ("Set-Cookie", cookie + "; HttpOnly; Secure")));
        }

        return (expectation, false);
    }

    private string? ContentType() => _type ?? _kind switch
    {
        "string" or "failure" => PlainText,
        "json" or "object" => "application/json",
        "twiml" => "text/xml; charset=utf-8",
        "text" or "buffer" or "slice" => "application/octet-stream",
        _ => null,
    };

    private (List<ReadOnlyMemory<byte>> Body, int VersionAt) Body(string digest)
    {
        var head = $"{s_zeros} {_id} {digest} ";
        switch (_kind)
        {
            case "string" or "failure" or "text":
                return ([Encoding.UTF8.GetBytes($"{head}{SharedContent.TextAt(_at, _size)}{SharedContent.AsciiAt(_at, _pad)} {_id}")], 0);
            case "json" or "object":
                var text = RandomTexts.Stringified(SharedContent.TextAt(_at, _size));
                var json = $$"""{"version":"{{s_zeros}}","id":{{_id}},"digest":"{{digest}}","text":{{text}},"pad":"{{SharedContent.AsciiAt(_at, _pad)}}","rest":[true,null,{"id":{{-_id}}}]}""";
                return ([Encoding.UTF8.GetBytes(json)], """{"version":""".Length + 1);
            case "twiml":
                const string Before = """<?xml version="1.0" encoding="UTF-8"?><Response><Say>""";
                var said = SharedContent.LatinAt(_at, _size).Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
                return ([Encoding.UTF8.GetBytes($"{Before}{head}{said} {_id}</Say></Response>")], Before.Length);
            case "buffer":
                return ([Encoding.UTF8.GetBytes(head), SharedContent.BinaryAt(_at, _size), Encoding.UTF8.GetBytes($"{SharedContent.AsciiAt(_at, _pad)} {_id}")], 0);
            case "slice":
                return ([SharedContent.BinaryAt(_at, _size)], -1);
            default:
                return ([], -1);
        }
    }

    private void ChooseHeaders(Random random)
    {
        (_headers, _headerLength, _lastHeader, _cookies) = (random.Next(5), random.Next(120), random.Next(120), random.Next(3));
        switch (random.Next(24))
        {
            case 0 or 1:
                // As many as there can be, or one more.
                _headerLength = random.Next(20);
                _cookies = random.Next(40);
                _headers = 1;
                _headers += PlatformLimits.Headers - HeaderCount() + (random.Next(3) == 0 ? 1 : 0);
                break;
            case 2 or 3:
                // As long as they can be, or one byte more.
                (_headers, _headerLength, _lastHeader, _cookies) = (random.Next(2, 9), random.Next(1200), 0, random.Next(3));
                _lastHeader = PlatformLimits.HeaderBytes - HeaderBytes() + (random.Next(3) == 0 ? 1 : 0);
                break;
        }
    }

    // An answer of exactly the largest size, or larger by some bytes.
    private void ReachLimit(int more)
    {
        if (_kind == "slice")
        {
            _size = PlatformLimits.ResponseBytes + more;
        }
        else if (_kind is not ("nothing" or "empty" or "twiml"))
        {
            _pad = PlatformLimits.ResponseBytes + more - (int)Body(s_digestOfNone).Body.Sum(piece => (long)piece.Length);
        }
    }

    private int HeaderCount() => 4 + (_type is null ? 0 : 1) + _headers + _cookies;

    private int HeaderBytes() =>
        "X-Id".Length + Text(_id).Length + "X-Version".Length + SharedContent.VersionLength + "X-Digest".Length + s_digestOfNone.Length + "X-Worker".Length + 10
        + (_type is null ? 0 : "Content-Type".Length + _type.Length)
        + OwnHeaders().Sum(h => h.Name.Length + h.Value.Length)
        + OwnCookies().Sum(cookie => "Set-Cookie".Length + cookie.Length);

    private IEnumerable<(string Name, string Value)> OwnHeaders() => Enumerable.Range(0, _headers).Select(i =>
        ($"X-H-{i - (i % 3 == 2 ? 1 : 0)}", SharedContent.LatinAt(_at + (13 * i), i == _headers - 1 ? _lastHeader : _headerLength)));

    private IEnumerable<string> OwnCookies() => Enumerable.Range(0, _cookies).Select(i => $"c{i}={SharedContent.CookieAt(_at + (17 * i), _headerLength)}; Path=/; Max-Age=60");

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
