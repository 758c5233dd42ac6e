using Ahoy.Host.Telemetry;
using Ahoy.Host.Workers;
using Ahoy.Model;

namespace Ahoy.Host.Gateway;

/// <summary>Writes a request as the frame that a worker's <c>request.js</c> reads.</summary>
internal static class InvocationEncoder
{
    private const int Sections = 4;

    // Texts are gathered aside, because all lengths come first. What runs on one thread needs one of these.
    [ThreadStatic]
    private static ByteBuffer? t_texts;

    /// <summary>Writes the frame, with room for what is known only when it is sent.</summary>
    /// <param name="request">The request.</param>
    /// <param name="frame">Where it is written to.</param>
    /// <param name="trace">The span that it belongs to, as a <c>traceparent</c>; null where nobody listens.</param>
    public static void Encode(GatewayRequest request, ByteBuffer frame, string? trace = null)
    {
        var texts = t_texts ??= new ByteBuffer();
        texts.Clear();
        frame.WriteInt32(0);
        frame.WriteByte(WorkerFrames.ToWorker.Invoke);
        frame.WriteInt32(0);
        frame.WriteDouble(0);
        frame.WriteUInt16(0);
        frame.WriteByte((byte)request.Body.Kind);

        var counts = frame.Length;
        var textLength = counts + (Sections * sizeof(int));
        var lengths = (Sections + 2) * sizeof(int);
        frame.Reserve(lengths);
        frame.Advance(lengths);
        frame.SetInt32(counts, AddQuery(request.Query, frame, texts));
        frame.SetInt32(counts + 4, AddFields(request.Body.Fields, frame, texts));
        frame.SetInt32(counts + 8, AddHeaders(request.Http.Request.Headers, trace, frame, texts));
        frame.SetInt32(counts + 12, AddCookies(request.Http.Request.Headers, frame, texts));

        frame.SetInt32(textLength, texts.Length);
        frame.Write(texts.Span);
        var body = request.Body.Kind == BodyKind.Json ? request.Body.Bytes : default;
        frame.SetInt32(textLength + sizeof(int), body.Length);
        frame.Write(body);
        frame.SetInt32(0, frame.Length - sizeof(int));
    }

    private static int AddQuery(ReadOnlySpan<char> query, ByteBuffer frame, ByteBuffer texts)
    {
        var count = 0;
        foreach (var (name, value) in new FormReader(query))
        {
            Add(name, frame, texts);
            Add(value, frame, texts);
            count++;
        }

        return count;
    }

    private static int AddFields(List<KeyValuePair<string, string>> fields, ByteBuffer frame, ByteBuffer texts)
    {
        foreach (var (name, value) in fields)
        {
            Add(name, frame, texts);
            Add(value, frame, texts);
        }

        return fields.Count;
    }

    private static int AddHeaders(IHeaderDictionary headers, string? trace, ByteBuffer frame, ByteBuffer texts)
    {
        var count = 0;
        foreach (var (name, values) in headers)
        {
            if (RestrictedHeaders.Contains(name) || (trace is not null && name.Equals(RequestTrace.Header, StringComparison.OrdinalIgnoreCase)))
            {
                continue;
            }

            foreach (var value in values)
            {
                AddLower(name, frame, texts);
                Add(value, frame, texts);
                count++;
            }
        }

        if (trace is not null)
        {
            AddLower(RequestTrace.Header, frame, texts);
            Add(trace, frame, texts);
            count++;
        }

        return count;
    }

    private static int AddCookies(IHeaderDictionary headers, ByteBuffer frame, ByteBuffer texts)
    {
        var count = 0;
        foreach (var header in headers.Cookie)
        {
            foreach (var cookie in new CookieReader(header))
            {
                Add(cookie.Name, frame, texts);
                Add(cookie.Value, frame, texts);
                count++;
            }
        }

        return count;
    }

    // Lengths count UTF-16 units, which is what the worker cuts its string by.
    private static void Add(ReadOnlySpan<char> text, ByteBuffer frame, ByteBuffer texts)
    {
        frame.WriteInt32(text.Length);
        texts.WriteUtf8(text);
    }

    private static void AddLower(string name, ByteBuffer frame, ByteBuffer texts)
    {
        frame.WriteInt32(name.Length);
        var target = texts.Reserve(name.Length);
        for (var i = 0; i < name.Length; i++)
        {
            var c = name[i];
            target[i] = (byte)(c is >= 'A' and <= 'Z' ? c | 0x20 : c);
        }

        texts.Advance(name.Length);
    }
}
