namespace Ahoy.JavaScript.Syntax;

/// <summary>What a <see cref="Property"/> is.</summary>
public enum PropertyKind : byte
{
    /// <summary>A key with a value, or a method.</summary>
    Init,

    /// <summary>A getter.</summary>
    Get,

    /// <summary>A setter.</summary>
    Set,
}
