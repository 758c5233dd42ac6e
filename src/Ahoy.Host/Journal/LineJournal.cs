using Ahoy.Host.Logs;

namespace Ahoy.Host.Journal;

/// <summary>The last lines of the log.</summary>
internal sealed class LineJournal
{
    /// <summary>How many are kept at most.</summary>
    public const int Kept = 10_000;

    /// <summary>How many characters they have together at most.</summary>
    public const long MostCharacters = 8 * 1024 * 1024;

    private readonly Lock _lock = new();
    private readonly Queue<KeptLine> _lines = new();
    private long _last;
    private long _characters;

    /// <summary>Keeps a line.</summary>
    public void Keep(in OutputEntry entry)
    {
        lock (_lock)
        {
            _lines.Enqueue(new KeptLine(++_last, entry));
            _characters += entry.Message.Length;
            while (_lines.Count > Kept || (_characters > MostCharacters && _lines.Count > 1))
            {
                _characters -= _lines.Dequeue().Entry.Message.Length;
            }
        }
    }

    /// <summary>The lines after a number, oldest first.</summary>
    public IReadOnlyList<KeptLine> Since(long sequence)
    {
        lock (_lock)
        {
            return sequence >= _last ? [] : [.. _lines.SkipWhile(line => line.Sequence <= sequence)];
        }
    }

    /// <summary>The lines of a request.</summary>
    public IReadOnlyList<KeptLine> Of(string requestSid)
    {
        lock (_lock)
        {
            return [.. _lines.Where(line => line.Entry.RequestSid == requestSid)];
        }
    }

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _lines.Clear();
            _characters = 0;
        }
    }
}
