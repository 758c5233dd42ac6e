using Ahoy.JavaScript.Syntax;

namespace Ahoy.JavaScript.Scopes;

/// <summary>An identifier that names a variable.</summary>
public readonly struct Reference : IEquatable<Reference>
{
    private readonly ScopeTree _tree;
    private readonly int _index;

    internal Reference(ScopeTree tree, int index)
    {
        _tree = tree;
        _index = index;
    }

    /// <summary>The identifier.</summary>
    public Identifier Identifier => Data.Identifier;

    /// <summary>The variable; null where the program does not declare it.</summary>
    public Binding? Binding => Data.Binding < 0 ? null : _tree.BindingAt(Data.Binding);

    /// <summary>The scope that it stands in.</summary>
    public Scope Scope => _tree.ScopeAt(Data.Scope);

    /// <summary>What it does with the variable.</summary>
    public ReferenceKinds Kinds => Data.Kinds;

    /// <summary>Whether it reads.</summary>
    public bool IsRead => (Kinds & ReferenceKinds.Read) != 0;

    /// <summary>Whether it writes, be it the first value.</summary>
    public bool IsWrite => (Kinds & ReferenceKinds.Write) != 0;

    /// <summary>Whether it declares.</summary>
    public bool IsDeclaration => (Kinds & ReferenceKinds.Declaration) != 0;

    /// <summary>Whether it writes the value that the declaration gives.</summary>
    public bool IsInitializer => (Kinds & ReferenceKinds.Initializer) != 0;

    /// <summary>
    /// Whether it may name something else than <see cref="Binding"/> when it is evaluated: between here and there is a
    /// <c>with</c>, or a function in which an <c>eval</c> may declare the name.
    /// </summary>
    public bool IsDynamic
    {
        get
        {
            var end = Data.Binding < 0 ? -1 : _tree.BindingTable[Data.Binding].Scope;
            for (var i = Data.Scope; i != end && i >= 0; i = _tree.ScopeTable[i].Parent)
            {
                if (_tree.ScopeAt(i).IsDynamic)
                {
                    return true;
                }
            }

            return false;
        }
    }

    private ref ReferenceData Data => ref _tree.ReferenceTable[_index];

    /// <summary>Whether two references are the same.</summary>
    public static bool operator ==(Reference left, Reference right) => left.Equals(right);

    /// <summary>Whether two references are not the same.</summary>
    public static bool operator !=(Reference left, Reference right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(Reference other) => ReferenceEquals(_tree, other._tree) && _index == other._index;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Reference other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _index;
}
