namespace Ahoy.Simulator.Faults;

/// <summary>What fails at the moment. Safe for several threads.</summary>
internal sealed class FaultSet
{
    private readonly Lock _gate = new();
    private Entry[] _entries = [];

    /// <summary>Replaces what fails.</summary>
    public void Set(IEnumerable<Fault> faults)
    {
        lock (_gate)
        {
            _entries = [.. faults.Select(f => new Entry(f, f.Times))];
        }
    }

    /// <summary>Nothing fails any more.</summary>
    public void Clear() => Set([]);

    /// <summary>What fails, with the times that are left.</summary>
    public IReadOnlyList<Fault> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _entries.Select(e => e.Fault with { Times = e.Left })];
            }
        }
    }

    /// <summary>Takes the first fault that a request matches, and counts it.</summary>
    /// <param name="host">The host, without a port.</param>
    /// <param name="method">The method.</param>
    /// <param name="path">The path, with or without its query.</param>
    public Fault? Take(string host, string method, string path)
    {
        if (_entries.Length == 0)
        {
            return null;
        }

        var query = path.IndexOf('?', StringComparison.Ordinal);
        var plain = query < 0 ? path : path[..query];
        lock (_gate)
        {
            foreach (var entry in _entries)
            {
                var match = entry.Fault.Match;
                if (entry.Left != 0
                    && Matches(match.Host, host, StringComparison.OrdinalIgnoreCase)
                    && (match.Method is null || match.Method.Equals(method, StringComparison.OrdinalIgnoreCase))
                    && Matches(match.Path, plain, StringComparison.Ordinal))
                {
                    entry.Left--;
                    return entry.Fault;
                }
            }

            return null;
        }
    }

    private static bool Matches(string? pattern, string text, StringComparison comparison)
    {
        if (pattern is null)
        {
            return true;
        }

        var parts = pattern.Split('*');
        if (parts.Length == 1)
        {
            return pattern.Equals(text, comparison);
        }

        if (!text.StartsWith(parts[0], comparison))
        {
            return false;
        }

        // Each part in the middle where it comes first; the last at the end.
        var at = parts[0].Length;
        for (var i = 1; i < parts.Length - 1; i++)
        {
            var found = text.IndexOf(parts[i], at, comparison);
            if (found < 0)
            {
                return false;
            }

            at = found + parts[i].Length;
        }

        return text.Length - at >= parts[^1].Length && text.EndsWith(parts[^1], comparison);
    }

    private sealed class Entry(Fault fault, int? left)
    {
        public Fault Fault { get; } = fault;

        public int? Left { get; set; } = left;
    }
}
