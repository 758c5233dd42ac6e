namespace Ahoy.Host.Journal;

/// <summary>The last requests that Functions made to others, by the request in which they did.</summary>
internal sealed class OutboundJournal
{
    /// <summary>How many are kept.</summary>
    public const int Kept = 5_000;

    private readonly Lock _lock = new();
    private readonly Queue<(string Sid, OutboundRequest Request)> _requests = new();

    /// <summary>Keeps one.</summary>
    public void Keep(string requestSid, OutboundRequest request)
    {
        lock (_lock)
        {
            _requests.Enqueue((requestSid, request));
            if (_requests.Count > Kept)
            {
                _requests.Dequeue();
            }
        }
    }

    /// <summary>Those of a request, in the order in which they began.</summary>
    public IReadOnlyList<OutboundRequest> Of(string requestSid)
    {
        lock (_lock)
        {
            return [.. _requests.Where(r => r.Sid == requestSid).Select(r => r.Request).OrderBy(r => r.Start)];
        }
    }

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _requests.Clear();
        }
    }
}
