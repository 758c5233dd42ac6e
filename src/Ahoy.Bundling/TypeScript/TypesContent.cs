namespace Ahoy.Bundling.TypeScript;

/// <summary>What the types of a service are made of.</summary>
internal sealed class TypesContent
{
    /// <summary>The variables of the environment files.</summary>
    public IEnumerable<string> Variables { get; init; } = [];

    /// <summary>The Functions as <c>Runtime.getFunctions()</c> names them.</summary>
    public IEnumerable<string> Functions { get; init; } = [];

    /// <summary>The private Assets as <c>Runtime.getAssets()</c> names them.</summary>
    public IEnumerable<string> PrivateAssets { get; init; } = [];

    /// <summary>Whether the project has the package <c>twilio</c>, whose types are better than none.</summary>
    public bool HasTwilio { get; init; }

    /// <summary>Whether the project has the Serverless Toolkit's own types, which declare the same globals.</summary>
    public bool HasRuntimeTypes { get; init; }

    /// <summary>Whether the global <c>Response</c> can be declared.</summary>
    public bool DeclaresResponse { get; init; }
}
