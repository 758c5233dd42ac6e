namespace Ahoy.Integrity.Requests;

/// <summary>Names and values as an event has them: a name that repeats has a list.</summary>
internal sealed class Parameters
{
    public SortedDictionary<string, object?> Values { get; } = new(StringComparer.Ordinal);

    /// <summary>Adds a value; a second one of a name makes a list.</summary>
    public void Add(string name, string value)
    {
        if (!Values.TryGetValue(name, out var before))
        {
            Values[name] = value;
        }
        else if (before is List<object?> list)
        {
            list.Add(value);
        }
        else
        {
            Values[name] = new List<object?> { before, value };
        }
    }

    /// <summary>Puts other values over these.</summary>
    public void Override(SortedDictionary<string, object?> others)
    {
        foreach (var (name, value) in others)
        {
            Values[name] = value;
        }
    }
}
