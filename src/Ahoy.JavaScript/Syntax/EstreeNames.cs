namespace Ahoy.JavaScript.Syntax;

/// <summary>What ESTree writes for the enumerations.</summary>
internal static class EstreeNames
{
    public static string ToEstree(this MethodKind kind) => kind switch
    {
        MethodKind.Constructor => "constructor",
        MethodKind.Get => "get",
        MethodKind.Set => "set",
        _ => "method",
    };

    public static string ToEstree(this PropertyKind kind) => kind switch
    {
        PropertyKind.Get => "get",
        PropertyKind.Set => "set",
        _ => "init",
    };

    public static string ToEstree(this VariableDeclarationKind kind) => kind switch
    {
        VariableDeclarationKind.Let => "let",
        VariableDeclarationKind.Const => "const",
        _ => "var",
    };

    /// <summary>ESTree knows scripts and modules only.</summary>
    public static string ToEstree(this SourceType type) => type == SourceType.Module ? "module" : "script";
}
