using Ahoy.LanguageServer.Projects;

namespace Ahoy.LanguageServer.Tests;

/// <summary>Says of two findings in each file that they were proved.</summary>
internal sealed class OneRun : IShownRuns
{
    public Task<IReadOnlyList<ShownRun>> ShowAsync(string folder, string file, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<ShownRun>>([new ShownRun("AHOY1002", 2, 1, "proved: the first"), new ShownRun("AHOY1002", 9, 1, "proved: the second")]);
}
