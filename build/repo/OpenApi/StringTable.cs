namespace Ahoy.OpenApi;

/// <summary>Each string of a document, once, in the order of its first use.</summary>
internal sealed class StringTable
{
    private readonly Dictionary<string, int> _indexes = new(StringComparer.Ordinal);

    internal int Add(string text)
    {
        if (!_indexes.TryGetValue(text, out var index))
        {
            index = _indexes.Count;
            _indexes.Add(text, index);
        }

        return index;
    }

    internal void WriteTo(BinaryWriter writer)
    {
        writer.Write7BitEncodedInt(_indexes.Count);
        foreach (var text in _indexes.Keys)
        {
            writer.Write(text);
        }
    }
}
