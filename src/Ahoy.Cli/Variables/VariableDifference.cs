using Ahoy.Api;

namespace Ahoy.Cli.Variables;

/// <summary>What has to change so that an Environment has the variables that are wanted. What it writes names keys, and no values.</summary>
internal sealed class VariableDifference
{
    private int _unchanged;

    /// <summary>The new ones.</summary>
    public List<KeyValuePair<string, string>> Added { get; } = [];

    /// <summary>Those with another value.</summary>
    public List<KeyValuePair<string, string>> Changed { get; } = [];

    /// <summary>Those that go.</summary>
    public List<string> Removed { get; } = [];

    /// <summary>Whether nothing has to change.</summary>
    public bool IsEmpty => Added.Count == 0 && Changed.Count == 0 && Removed.Count == 0;

    /// <summary>Compares.</summary>
    /// <param name="current">What the Environment has.</param>
    /// <param name="wanted">What it should have.</param>
    /// <param name="removeOthers">Whether variables go that are not wanted.</param>
    public static VariableDifference Between(
        IReadOnlyDictionary<string, VariableResource> current, IEnumerable<KeyValuePair<string, string>> wanted, bool removeOthers)
    {
        var result = new VariableDifference();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var pair in wanted)
        {
            keys.Add(pair.Key);
            if (!current.TryGetValue(pair.Key, out var variable))
            {
                result.Added.Add(pair);
            }
            else if (variable.Value != pair.Value)
            {
                result.Changed.Add(pair);
            }
            else
            {
                result._unchanged++;
            }
        }

        if (removeOthers)
        {
            result.Removed.AddRange(current.Keys.Where(k => !keys.Contains(k)).Order(StringComparer.Ordinal));
        }

        return result;
    }

    /// <summary>Writes a line for each key: <c>+</c> new, <c>~</c> changed, <c>-</c> removed.</summary>
    public void Write(TextWriter output)
    {
        foreach (var (mark, key) in Added.Select(p => ('+', p.Key)).Concat(Changed.Select(p => ('~', p.Key))).Concat(Removed.Select(k => ('-', k))))
        {
            output.WriteLine($"{mark} {key}");
        }

        if (_unchanged > 0)
        {
            output.WriteLine(FormattableString.Invariant($"  {_unchanged} unchanged"));
        }
    }
}
