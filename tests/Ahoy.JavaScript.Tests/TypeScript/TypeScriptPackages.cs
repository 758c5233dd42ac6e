using Ahoy.TestSupport;

namespace Ahoy.JavaScript.Tests.TypeScript;

/// <summary>The npm packages beside these tests: TypeScript, and real code that is written in it.</summary>
internal static class TypeScriptPackages
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "TypeScript", "Node");

    /// <summary>The sources, in the same order on every machine: no declarations, and not TypeScript's own.</summary>
    public static async Task<string[]> SourcesAsync()
    {
        var packages = await NodePackages.InstallAsync(Folder, TestContext.Current.CancellationToken);
        return [.. Directory.EnumerateFiles(packages, "*.ts", SearchOption.AllDirectories)
            .Where(file => !file.EndsWith(".d.ts", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)];
    }
}
