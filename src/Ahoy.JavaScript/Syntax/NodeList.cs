using System.Collections;

namespace Ahoy.JavaScript.Syntax;

/// <summary>A list of nodes that never changes. It costs one reference; an empty one costs no array.</summary>
/// <typeparam name="T">The type of the nodes; nullable where an element may be absent.</typeparam>
public readonly struct NodeList<T> : IReadOnlyList<T>
    where T : Node?
{
    // Always exactly a Node[]: one array type spares the parser the slower allocation of arrays of a type parameter.
    private readonly Node?[]? _items;

    internal NodeList(Node?[]? items) => _items = items;

    /// <summary>The number of nodes.</summary>
    public int Count => _items is null ? 0 : _items.Length;

    /// <summary>The node at an index.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such index.</exception>
    public T this[int index]
    {
        get
        {
            var items = _items;
            if (items is null || (uint)index >= (uint)items.Length)
            {
                throw new ArgumentOutOfRangeException(nameof(index));
            }

            return (T)items[index]!;
        }
    }

    /// <summary>Enumerates the nodes without allocating.</summary>
    public Enumerator GetEnumerator() => new(_items);

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Walks a list.</summary>
    public struct Enumerator : IEnumerator<T>
    {
        private readonly Node?[]? _items;
        private int _index;

        internal Enumerator(Node?[]? items)
        {
            _items = items;
            _index = -1;
        }

        /// <summary>The node that was last moved to.</summary>
        public readonly T Current => (T)_items![_index]!;

        readonly object? IEnumerator.Current => Current;

        /// <summary>Moves to the next node.</summary>
        public bool MoveNext() => _items is not null && ++_index < _items.Length;

        /// <summary>Starts again.</summary>
        public void Reset() => _index = -1;

        /// <summary>Does nothing: there is nothing to release.</summary>
        public readonly void Dispose()
        {
        }
    }
}
