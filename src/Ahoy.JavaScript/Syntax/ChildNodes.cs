using System.Collections;

namespace Ahoy.JavaScript.Syntax;

/// <summary>The children of a node, without the absent ones.</summary>
public readonly struct ChildNodes : IEnumerable<Node>
{
    private readonly Node _parent;

    internal ChildNodes(Node parent) => _parent = parent;

    /// <summary>Enumerates the children without allocating.</summary>
    public Enumerator GetEnumerator() => new(_parent);

    IEnumerator<Node> IEnumerable<Node>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Walks the children of one node.</summary>
    public struct Enumerator : IEnumerator<Node>
    {
        private readonly Node _parent;
        private readonly int _count;
        private int _next;
        private Node? _current;

        internal Enumerator(Node parent)
        {
            _parent = parent;
            _count = parent.ChildCount;
            _next = 0;
            _current = null;
        }

        /// <summary>The child that was last moved to.</summary>
        public readonly Node Current => _current!;

        readonly object IEnumerator.Current => Current;

        /// <summary>Moves to the next child.</summary>
        public bool MoveNext()
        {
            while (_next < _count)
            {
                _current = _parent.ChildAt(_next++);
                if (_current is not null)
                {
                    return true;
                }
            }

            return false;
        }

        /// <summary>Starts again.</summary>
        public void Reset() => _next = 0;

        /// <summary>Does nothing: there is nothing to release.</summary>
        public readonly void Dispose()
        {
        }
    }
}
