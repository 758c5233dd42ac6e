namespace Ahoy.Host.Page;

/// <summary>Finds what the rules and the checks of the Build have to say of a project.</summary>
internal interface IPageFindings
{
    /// <summary>Looks at a project's folder as it is now.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="proves">Whether runs are to show what is found.</param>
    /// <param name="cancellation">Stops.</param>
    Task<IReadOnlyList<FindingItem>> FindAsync(string folder, bool proves, CancellationToken cancellation);
}
