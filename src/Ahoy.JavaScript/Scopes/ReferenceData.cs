using Ahoy.JavaScript.Syntax;

namespace Ahoy.JavaScript.Scopes;

/// <summary>What the builder keeps of an identifier that names a variable. They stand in the order of the source.</summary>
internal struct ReferenceData
{
    private const int KindBits = 4;

    public Identifier Identifier;

    /// <summary>The index of the binding; negative where no binding is known.</summary>
    public int Binding;
    private readonly uint _scopeAndKinds;

    public ReferenceData(Identifier identifier, int binding, int scope, ReferenceKinds kinds)
    {
        Identifier = identifier;
        Binding = binding;
        _scopeAndKinds = ((uint)scope << KindBits) | (uint)kinds;
    }

    public readonly int Scope => (int)(_scopeAndKinds >> KindBits);

    public readonly ReferenceKinds Kinds => (ReferenceKinds)(_scopeAndKinds & ((1 << KindBits) - 1));
}
