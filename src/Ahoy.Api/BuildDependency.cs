namespace Ahoy.Api;

/// <summary>An npm module of a Build. Page: Dependencies.</summary>
/// <param name="Name">The module's name.</param>
/// <param name="Version">A version, a range or a tag.</param>
public sealed record BuildDependency(string Name, string Version);
