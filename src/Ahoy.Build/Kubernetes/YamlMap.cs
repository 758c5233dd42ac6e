using System.Collections;

namespace Ahoy.Build.Kubernetes;

/// <summary>Names and values in the order in which they are written. A value is a text, a number, a boolean, another one, or a list.</summary>
internal sealed class YamlMap : IEnumerable<(string Name, object Value)>
{
    private readonly List<(string Name, object Value)> _entries = [];

    public int Count => _entries.Count;

    /// <summary>Adds a value; nothing where it is null.</summary>
    public void Add(string name, object? value)
    {
        if (value is not null)
        {
            _entries.Add((name, value));
        }
    }

    public IEnumerator<(string Name, object Value)> GetEnumerator() => _entries.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
