namespace Ahoy.Integrity.Answers;

/// <summary>An answer as it came.</summary>
/// <param name="Status">Its status.</param>
/// <param name="Headers">Its headers in their order.</param>
/// <param name="Body">Its body; valid until the next answer is read.</param>
internal sealed record Answer(int Status, List<(string Name, string Value)> Headers, ReadOnlyMemory<byte> Body)
{
    /// <summary>The only value of a header, or null where it has none or several.</summary>
    public string? Header(string name)
    {
        string? found = null;
        foreach (var (candidate, value) in Headers)
        {
            if (candidate.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                if (found is not null)
                {
                    return null;
                }

                found = value;
            }
        }

        return found;
    }
}
