namespace Ahoy.Host.Gateway;

/// <summary>What a body is, as far as the platform takes parameters from it. The values are those of the worker's frames.</summary>
internal enum BodyKind : byte
{
    /// <summary>None, or of a type that is left out of <c>event</c>.</summary>
    None = 0,

    /// <summary><c>application/x-www-form-urlencoded</c>.</summary>
    Form = 1,

    /// <summary><c>application/json</c>, or another type that ends in <c>+json</c>.</summary>
    Json = 2,
}
