using Ahoy.JavaScript.Lexing;

namespace Ahoy.JavaScript.Parsing;

/// <summary>
/// The tables that every parser needs. One parser has them at a time, then the next on the same thread: most files are small,
/// and making the tables anew would cost more than their trees.
/// </summary>
internal sealed class ParserMemory
{
    // What may stay for the next file: enough for the names that recur, not enough to be a leak.
    private const int MostNamesKept = 8192;
    private const int MostEntriesKept = 65536;

    [ThreadStatic]
    private static ParserMemory? s_free;

    private ParserMemory()
    {
    }

    public NameTable Names { get; } = new();

    public DeclarationTable Declarations { get; } = new();

    public NodeBuffer Nodes { get; } = new();

    public CoverErrors Cover { get; } = new();

    /// <summary>Memory that is no one else's until it is returned.</summary>
    public static ParserMemory Rent()
    {
        var memory = s_free;
        s_free = null;
        return memory ?? new ParserMemory();
    }

    public void Return()
    {
        if (Nodes.Capacity > MostEntriesKept || Names.Count > MostEntriesKept)
        {
            return;
        }

        Nodes.Clear();
        Cover.Truncate(0);
        if (Names.Count > MostNamesKept)
        {
            Names.Clear();
        }

        s_free = this;
    }
}
