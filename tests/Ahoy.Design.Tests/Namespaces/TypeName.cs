namespace Ahoy.Design.Tests.Namespaces;

/// <summary>A type that is not nested.</summary>
internal readonly record struct TypeName(string Namespace, string Name)
{
    public override string ToString() => $"{Namespace}.{Name}";
}
