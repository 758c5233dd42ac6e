namespace Ahoy.JavaScript.Syntax;

/// <summary>What a <see cref="MethodDefinition"/> is.</summary>
public enum MethodKind : byte
{
    /// <summary>A method.</summary>
    Method,

    /// <summary>The constructor.</summary>
    Constructor,

    /// <summary>A getter.</summary>
    Get,

    /// <summary>A setter.</summary>
    Set,
}
