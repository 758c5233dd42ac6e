namespace Ahoy.Design.Tests.Namespaces;

/// <summary>One type refers to another.</summary>
internal readonly record struct TypeReference(TypeName From, TypeName To)
{
    public override string ToString() => $"{From} → {To}";
}
