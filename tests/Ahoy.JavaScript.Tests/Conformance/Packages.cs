using Ahoy.TestSupport;

namespace Ahoy.JavaScript.Tests.Conformance;

/// <summary>The npm packages beside these tests: acorn, the conformance tests, and real code.</summary>
internal static class Packages
{
    private static readonly string[] s_extensions = [".js", ".cjs", ".mjs"];

    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Node");

    public static Task<string> InstallAsync() => NodePackages.InstallAsync(Folder, TestContext.Current.CancellationToken);

    /// <summary>The JavaScript files below a folder, in the same order on every machine.</summary>
    public static string[] JavaScriptFiles(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => s_extensions.Contains(Path.GetExtension(file)))
            .Order(StringComparer.Ordinal)
            .ToArray();

    /// <summary>The files of the packages that stand for real code: all but the conformance tests, of which many are broken.</summary>
    public static async Task<string[]> RealCodeAsync()
    {
        var tests = Path.DirectorySeparatorChar + "test262-parser-tests" + Path.DirectorySeparatorChar;
        return JavaScriptFiles(await InstallAsync()).Where(file => !file.Contains(tests)).ToArray();
    }
}
