namespace Ahoy.Api;

/// <summary>A page of a list of resources.</summary>
/// <param name="Items">The resources.</param>
/// <param name="Meta">Where the page stands.</param>
public sealed record ResourcePage<T>(IReadOnlyList<T> Items, PageMeta Meta);
