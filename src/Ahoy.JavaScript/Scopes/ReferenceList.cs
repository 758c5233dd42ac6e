using System.Collections;

namespace Ahoy.JavaScript.Scopes;

/// <summary>References in the order of the source.</summary>
public readonly struct ReferenceList : IReadOnlyList<Reference>
{
    private readonly ScopeTree _tree;
    private readonly int[] _indices;
    private readonly int _start;

    internal ReferenceList(ScopeTree tree, int[] indices, int start, int count)
    {
        _tree = tree;
        _indices = indices;
        _start = start;
        Count = count;
    }

    /// <summary>The number of references.</summary>
    public int Count { get; }

    /// <summary>The reference at an index.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such index.</exception>
    public Reference this[int index] => (uint)index < (uint)Count
        ? new Reference(_tree, _indices[_start + index])
        : throw new ArgumentOutOfRangeException(nameof(index));

    /// <summary>Enumerates the references.</summary>
    public IEnumerator<Reference> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
