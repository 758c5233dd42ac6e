namespace Ahoy.LanguageServer.Projects;

/// <summary>Shows by runs what was found in a file, as it is saved.</summary>
internal interface IShownRuns
{
    /// <summary>Runs the Function of a file.</summary>
    /// <param name="folder">The project's folder.</param>
    /// <param name="file">The file, absolute.</param>
    /// <param name="cancellation">Stops.</param>
    Task<IReadOnlyList<ShownRun>> ShowAsync(string folder, string file, CancellationToken cancellation);
}
