namespace Ahoy.Host.Page;

/// <summary>Finds what the rules and the checks of the Build have to say of a project.</summary>
internal interface IPageFindings
{
    /// <summary>Looks at a project's folder as it is now.</summary>
    Task<IReadOnlyList<FindingItem>> FindAsync(string folder, CancellationToken cancellation);
}
