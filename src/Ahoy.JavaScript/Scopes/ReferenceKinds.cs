namespace Ahoy.JavaScript.Scopes;

/// <summary>What an identifier does with its variable.</summary>
[Flags]
public enum ReferenceKinds : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The value is read. Compound assignments, <c>++</c> and <c>--</c> read and write.</summary>
    Read = 1,

    /// <summary>A value is assigned.</summary>
    Write = 1 << 1,

    /// <summary>The variable is declared here.</summary>
    Declaration = 1 << 2,

    /// <summary>The value that is assigned is the one that the declaration gives: <c>let a = 1</c>, <c>for (const a of b)</c>.</summary>
    Initializer = 1 << 3,
}
