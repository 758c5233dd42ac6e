using Ahoy.Host.Logs;
using Microsoft.Extensions.Primitives;

namespace Ahoy.Host.Journal;

/// <summary>A place for one request, whose memory is used again and again.</summary>
internal sealed class RequestSlot
{
    private readonly Lock _lock = new();
    private readonly KeptBody _request = new();
    private readonly KeptBody _response = new();
    private KeyValuePair<string, StringValues>[] _headers = new KeyValuePair<string, StringValues>[24];
    private int _sent;
    private int _answered;
    private long _sequence;
    private RequestEntry _entry;
    private string? _path;
    private bool _isFunction;
    private string? _sender;

    /// <summary>The number of the request that it has; 0 for none.</summary>
    public long Sequence => Volatile.Read(ref _sequence);

    /// <summary>Keeps a request in place of the one before. Gives by how much the extra memory has grown.</summary>
    public int Keep(long sequence, in RequestEntry entry, HttpContext http, ReadOnlySpan<byte> body, ReadOnlySpan<byte> content, string? path, bool isFunction, string? sender)
    {
        lock (_lock)
        {
            var before = _request.Extra + _response.Extra;
            _entry = entry;
            _path = path;
            _isFunction = isFunction;
            _sender = sender;
            var request = http.Request.Headers;
            var response = http.Response.Headers;
            _sent = 0;
            if (_headers.Length < request.Count + response.Count)
            {
                _headers = new KeyValuePair<string, StringValues>[request.Count + response.Count];
            }

            foreach (var header in request)
            {
                _headers[_sent++] = header;
            }

            _answered = _sent;
            foreach (var header in response)
            {
                _headers[_answered++] = header;
            }

            _request.Keep(body, body.Length);
            _response.Keep(content, HttpMethods.IsHead(entry.Method) ? 0 : http.Response.ContentLength ?? 0);

            // Last: who sees the number, finds the rest.
            Volatile.Write(ref _sequence, sequence);
            return _request.Extra + _response.Extra - before;
        }
    }

    /// <summary>Forgets bodies that take extra memory. Gives how much that was.</summary>
    public int DropExtra()
    {
        lock (_lock)
        {
            var extra = _request.Extra + _response.Extra;
            if (_request.Extra > 0)
            {
                _request.Drop();
            }

            if (_response.Extra > 0)
            {
                _response.Drop();
            }

            return extra;
        }
    }

    /// <summary>The request of a number; null where the slot has another one by now.</summary>
    /// <param name="sequence">The number.</param>
    /// <param name="hasBodies">Whether the bodies are wanted: of a list they are not.</param>
    public RequestRecord? Read(long sequence, bool hasBodies)
    {
        lock (_lock)
        {
            return _sequence != sequence ? null : new RequestRecord
            {
                Sequence = sequence,
                Sid = _entry.Sid,
                Served = _entry.Served,
                Path = _path,
                IsFunction = _isFunction,
                Time = _entry.Time,
                Method = _entry.Method,
                Target = _entry.Target,
                Sender = _sender,
                Status = _entry.Status,
                Duration = _entry.Duration,
                ErrorCode = _entry.ErrorCode,
                RequestHeaders = _headers[.._sent],
                ResponseHeaders = _headers[_sent.._answered],
                RequestBody = hasBodies || _sender == "twilio" ? _request.Copy() : null,
                ResponseBody = hasBodies ? _response.Copy() : null,
                RequestSize = _request.Size,
                ResponseSize = _response.Size,
            };
        }
    }

    /// <summary>Whether the slot holds the request of a SID.</summary>
    public long? Find(string sid)
    {
        lock (_lock)
        {
            return _sequence > 0 && _entry.Sid.Value == sid ? _sequence : null;
        }
    }
}
