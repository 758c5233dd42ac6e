namespace Ahoy.JavaScript.Parsing;

/// <summary>
/// What is wrong with an array, object or parenthesised list only if it is an expression, or only if it turns out to be a
/// pattern. The entries wait here, in the order of the source, until what follows decides.
/// </summary>
internal sealed class CoverErrors
{
    private Entry[] _entries = new Entry[8];

    public enum Kind : byte
    {
        /// <summary><c>{ a = 1 }</c>: wrong in an expression.</summary>
        ShorthandDefault,

        /// <summary>A second <c>__proto__: a</c>: wrong in an expression.</summary>
        SecondProto,

        /// <summary><c>...a,</c>: wrong in a pattern.</summary>
        CommaAfterRest,

        /// <summary><c>(a)</c> or <c>(a.b)</c>: wrong in a binding pattern.</summary>
        ParenthesizedTarget,

        /// <summary><c>([a])</c>: wrong in every pattern.</summary>
        ParenthesizedPattern,
    }

    public int Count { get; private set; }

    public Entry this[int index] => _entries[index];

    public void Add(Kind kind, int start, int end)
    {
        if (Count == _entries.Length)
        {
            Array.Resize(ref _entries, Count * 2);
        }

        _entries[Count++] = new Entry(kind, start, end);
    }

    public void Truncate(int count) => Count = count;

    /// <summary>Keeps, of the entries since <paramref name="mark"/>, those of one kind.</summary>
    public void KeepOnly(int mark, Kind kind)
    {
        var kept = mark;
        for (var i = mark; i < Count; i++)
        {
            if (_entries[i].Kind == kind)
            {
                _entries[kept++] = _entries[i];
            }
        }

        Count = kept;
    }

    public readonly struct Entry
    {
        public readonly Kind Kind;
        public readonly int Start;
        public readonly int End;

        public Entry(Kind kind, int start, int end)
        {
            Kind = kind;
            Start = start;
            End = end;
        }
    }
}
