namespace Ahoy.Bundling;

/// <summary>What an earlier build found out about the content of one file.</summary>
internal sealed class KnownContent
{
    private readonly Dictionary<string, bool> _facts;
    private readonly Action _changed;

    public KnownContent(string hash, long size, DateTime written, DateTime read, Dictionary<string, bool> facts, Action changed)
    {
        Hash = hash;
        Size = size;
        Written = written;
        Read = read;
        _facts = facts;
        _changed = changed;
    }

    /// <summary>Its SHA-256.</summary>
    public string Hash { get; }

    /// <summary>Its size in bytes.</summary>
    public long Size { get; }

    /// <summary>When the file was written, in UTC.</summary>
    public DateTime Written { get; }

    /// <summary>When it was read, in UTC.</summary>
    public DateTime Read { get; }

    /// <summary>What the checks found in it, by the fact's name.</summary>
    public IReadOnlyDictionary<string, bool> Facts => _facts;

    /// <summary>Something that the content alone decides: found once, then known.</summary>
    public bool Fact(string name, Func<bool> find)
    {
        if (!_facts.TryGetValue(name, out var fact))
        {
            fact = find();
            _facts.Add(name, fact);
            _changed();
        }

        return fact;
    }
}
