using System.Globalization;
using System.Text;
using Ahoy.Integrity.Answers;
using Ahoy.Integrity.Content;
using Ahoy.Model;

namespace Ahoy.Integrity.Requests;

/// <summary>Makes one random request to the Function, and works out what it must get.</summary>
internal sealed class FunctionRequest
{
    private const string PlainText = "text/plain; charset=utf-8";
    private const int LongerThanAllowed = 20000;
    private const int LargestBody = 200_000;

    private readonly Random _random;
    private readonly int _id;
    private readonly string _host;
    private readonly Parameters _event = new();
    private readonly Parameters _cookies = new();
    private readonly List<string> _query = [];
    private readonly FunctionReply _reply;
    private readonly bool _hangs;
    private readonly bool _isQuick;
    private readonly bool _closes;
    private readonly RequestLimit _limit;
    private readonly int _lines;
    private readonly int _linesAfter;
    private readonly int _wait;

    private FunctionRequest(Random random, int id, string host, bool isQuick, bool hangs, bool closes)
    {
        (_random, _id, _host, _isQuick, _hangs, _closes) = (random, id, host, isQuick, hangs, closes);
        _reply = FunctionReply.Random(random, id, isQuick);
        _limit = !isQuick && random.Next(100) < 6 ? (RequestLimit)random.Next(1, (int)RequestLimit.Count) : RequestLimit.None;
        _lines = random.Next(4) == 0 ? random.Next(2) == 0 ? 200 : random.Next(1, 300) : random.Next(3);
        _wait = hangs ? LongerThanAllowed : !isQuick && random.Next(10) == 0 ? random.Next(1, 30) : 0;
        _linesAfter = _reply.IsFollowedByLines ? random.Next(600, 1000) : _wait == 0 && random.Next(12) == 0 ? random.Next(200) : 0;
    }

    /// <param name="random">Decides on everything.</param>
    /// <param name="id">The request's number, which nothing else has.</param>
    /// <param name="host">What to send as <c>Host</c>.</param>
    /// <param name="isQuick">Whether it is to take the Function no time: without much to read, and with an answer that is there already.</param>
    /// <param name="hangs">Whether the Function is to run over its time.</param>
    /// <param name="closes">Whether to ask for the end of the connection.</param>
    public static Exchange Make(Random random, int id, string host, bool isQuick, bool hangs, bool closes) =>
        new FunctionRequest(random, id, host, isQuick, hangs, closes).Make();

    private Exchange Make()
    {
        AddQuery();
        var kind = _isQuick ? 0 : _limit is RequestLimit.Size or RequestLimit.OverSize ? _random.Next(1, 4) : Math.Max(0, _random.Next(8) - 4);
        var builder = new RequestBuilder(kind == 0 ? "GET" : "POST", $"{(_isQuick ? ServiceFiles.QuickPath : ServiceFiles.FunctionPath)}?{string.Join('&', _query)}", _host);
        if (_closes)
        {
            builder.Add("Connection", "close");
        }

        if (kind > 0)
        {
            builder.Add("Content-Type", kind switch
            {
                1 => _random.Next(2) == 0 ? "application/x-www-form-urlencoded" : "Application/X-WWW-Form-Urlencoded; charset=UTF-8",
                2 => _random.Next(2) == 0 ? "application/json" : "application/vnd.test+json; charset=utf-8",
                _ => "application/octet-stream",
            });
        }

        // How the length is told comes last, and counts as well. Only the largest body has to know first what else there is; its length has seven digits.
        var isChunked = kind > 0 && _random.Next(4) == 0;
        var isLargest = _limit is RequestLimit.Size or RequestLimit.OverSize;
        var body = kind == 0 || isLargest ? default : MakeBody(kind, _random.Next(20) == 0 ? 0 : RandomTexts.Size(_random, LargestBody));
        var length = isLargest ? "0000000" : body.Length.ToString(CultureInfo.InvariantCulture);
        var reserved = kind == 0 ? 0 : isChunked ? "Transfer-Encoding".Length + "chunked".Length : "Content-Length".Length + length.Length;
        AddHeaders(builder, reserved);
        if (isLargest)
        {
            var most = PlatformLimits.RequestBytes - builder.SizeWithoutBody - reserved;
            body = MakeBody(kind, most + (_limit == RequestLimit.Size ? 0 : 1 + (_random.Next(3) * 1000)));
        }

        if (isChunked)
        {
            builder.Add("Transfer-Encoding", "chunked");
        }
        else if (kind > 0)
        {
            builder.Add("Content-Length", body.Length.ToString(CultureInfo.InvariantCulture));
        }

        return Expect(builder, body, isChunked);
    }

    private Exchange Expect(RequestBuilder builder, ReadOnlyMemory<byte> body, bool isChunked)
    {
        var headers = new Parameters();
        builder.Seen.ForEach(h => headers.Add(h.Name, h.Value));
        _event.Values["request"] = new SortedDictionary<string, object?>(StringComparer.Ordinal) { ["headers"] = headers.Values, ["cookies"] = _cookies.Values };

        var isTooLong = builder.Count > PlatformLimits.Headers || builder.Bytes > PlatformLimits.HeaderBytes;
        var isTooLarge = builder.SizeWithoutBody + body.Length > PlatformLimits.RequestBytes;
        var refusal = isTooLong ? Refuse(431, "Request headers or cookies too long")
            : isTooLarge ? Refuse(413, "The request with its headers and cookies is larger than 1 MB.")
            : _hangs ? Refuse(504, "runtime application timed out processing request")
            : null;
        var (expected, isRefusal) = refusal is null ? _reply.Expect(CanonicalEvent.Digest(_event.Values), _closes) : (refusal, true);
        return new Exchange
        {
            Id = _id,
            Head = builder.ToHead(),
            Body = body,
            IsChunked = isChunked,
            Expected = expected,
            Lines = isTooLong || isTooLarge ? 0 : _lines,
            LinesAfter = isTooLong || isTooLarge ? 0 : _linesAfter,
            RunsInWorker = !isTooLong && !isTooLarge,
            IsRefusal = isRefusal,
            Closes = _closes,
        };
    }

    private FunctionExpectation Refuse(int status, string text) => Refusal(status, text, _closes);

    /// <summary>An answer of the gateway's own.</summary>
    public static FunctionExpectation Refusal(int status, string text, bool closes)
    {
        var expectation = new FunctionExpectation { Status = status, Body = [Encoding.UTF8.GetBytes(text)], Closes = closes };
        expectation.Headers.Add(("Content-Type", PlainText));
        return expectation;
    }

    private void AddQuery()
    {
        foreach (var (name, value) in _reply.Asked().Concat([("lines", Text(_lines)), ("after", Text(_linesAfter)), ("wait", Text(_wait))]))
        {
            // The log is searched for the number.
            _query.Add($"{name}={(name == "id" ? value : RandomTexts.FormEncoded(_random, value))}");
            _event.Add(name, value);
        }

        for (var i = _isQuick ? 0 : _random.Next(6); i > 0; i--)
        {
            var name = $"q{_random.Next(4)}{RandomText(3)}";
            var value = RandomText(60);
            _query.Add($"{RandomTexts.FormEncoded(_random, name)}={RandomTexts.FormEncoded(_random, value)}");
            _event.Add(name, value);
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private string RandomText(int longest) => SharedContent.WellFormed(RandomTexts.Any(_random, _random.Next(longest + 1)));

    private void AddHeaders(RequestBuilder builder, int reserved)
    {
        var free = PlatformLimits.Headers - builder.Count - (reserved > 0 ? 1 : 0);
        var bytes = PlatformLimits.HeaderBytes - builder.Bytes - reserved;
        switch (_limit)
        {
            case RequestLimit.HeaderCount or RequestLimit.OverHeaderCount:
                for (var i = free + (_limit == RequestLimit.HeaderCount ? 0 : 1); i > 0; i--)
                {
                    builder.Add($"X-R-{i}", SharedContent.LatinAt(_random.Next(1 << 16), _random.Next(60)));
                }

                break;
            case RequestLimit.CookieCount or RequestLimit.OverCookieCount:
                AddCookies(builder, free + (_limit == RequestLimit.CookieCount ? 0 : 1), 40);
                break;
            case RequestLimit.HeaderBytes or RequestLimit.OverHeaderBytes:
                bytes -= 4 * "X-R-0".Length;
                for (var i = 0; i < 4; i++)
                {
                    var length = i < 3 ? bytes / 5 : bytes + (_limit == RequestLimit.HeaderBytes ? 0 : 1);
                    builder.Add($"X-R-{i}", SharedContent.LatinAt(_random.Next(1 << 16), length));
                    bytes -= length;
                }

                break;
            default:
                if (_isQuick)
                {
                    return;
                }

                for (var i = _random.Next(6); i > 0; i--)
                {
                    builder.Add(_random.Next(8) == 0 ? "X-Forwarded-For" : $"{(_random.Next(2) == 0 ? "X-R-" : "x-r-")}{_random.Next(4)}", SharedContent.LatinAt(_random.Next(1 << 16), _random.Next(200)));
                }

                AddCookies(builder, _random.Next(4), 60);
                break;
        }
    }

    private void AddCookies(RequestBuilder builder, int count, int longest)
    {
        if (count == 0)
        {
            return;
        }

        var texts = new List<string>();
        for (var i = 0; i < count; i++)
        {
            var name = $"c{_random.Next(count)}";
            var value = SharedContent.CookieAt(_random.Next(1 << 16), _random.Next(longest));
            var decoded = value;
            if (_random.Next(4) == 0)
            {
                decoded = RandomText(6);
                value = Uri.EscapeDataString(decoded);
            }

            texts.Add($"{name}={value}");
            _cookies.Values.TryAdd(name, decoded);
        }

        builder.Add("Cookie", string.Join("; ", texts), count);
    }

    private ReadOnlyMemory<byte> MakeBody(int kind, int size)
    {
        if (kind == 3)
        {
            return SharedContent.BinaryAt(_random.Next(SharedContent.BinaryLength - size), size);
        }

        var values = new Parameters();
        var text = new StringBuilder();
        if (kind == 1)
        {
            while (text.Length < size / 2)
            {
                // A name of the query's may come again, and counts more here.
                var name = $"{(_random.Next(8) == 0 ? "q" : "f")}{_random.Next(9)}{RandomText(3)}";
                var value = RandomText(Math.Min(2000, size / 4));
                text.Append(text.Length > 0 ? "&" : "").Append(RandomTexts.FormEncoded(_random, name)).Append('=').Append(RandomTexts.FormEncoded(_random, value));
                values.Add(name, value);
            }

            Pad(text, size, text.Length > 0 ? "&filler=" : "filler=", "", values);
        }
        else if (size > 0)
        {
            var length = 0;
            for (var i = 0; length < size / 4; i++)
            {
                var value = RandomTexts.Any(_random, _random.Next(Math.Clamp(size / 16, 2, 4000)));
                length += (2 * value.Length) + 20;
                values.Values[$"j{i}{RandomTexts.Any(_random, _random.Next(4))}"] = RandomValue(value);
            }

            RandomTexts.WriteJson(_random, text, values.Values);
            text.Length--;
            Pad(text, size, values.Values.Count > 0 ? ",\"filler\":\"" : "\"filler\":\"", "\"}", values);
        }

        _event.Override(values.Values);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private object? RandomValue(string text) => _random.Next(8) switch
    {
        0 => _random.Next(),
        1 => _random.Next(2) == 0,
        2 => null,
        3 => new List<object?> { text, _random.Next(100), null, new List<object?>() },
        4 => new SortedDictionary<string, object?>(StringComparer.Ordinal) { ["a"] = text, ["__proto__"] = -_random.Next(100), [""] = false },
        _ => text,
    };

    // Fills a body up to its size, where there is room.
    private void Pad(StringBuilder text, int size, string before, string after, Parameters values)
    {
        var missing = size - Encoding.UTF8.GetByteCount(text.ToString()) - before.Length - after.Length;
        if (missing < 0)
        {
            text.Append(after.Length > 0 ? "}" : "");
            return;
        }

        var padding = Convert.ToHexString(SharedContent.BinaryAt(_random.Next(SharedContent.TextLength), (missing / 2) + 1).Span)[..missing];
        text.Append(before).Append(padding).Append(after);
        values.Values["filler"] = padding;
    }
}
