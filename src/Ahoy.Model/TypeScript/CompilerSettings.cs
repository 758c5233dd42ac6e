using System.Text;

namespace Ahoy.Model;

/// <summary>
/// Reads of a <c>tsconfig.json</c> where the compiler's output goes, as far as it can be known without the compiler. What is wrong in the file, the
/// compiler itself reports.
/// </summary>
internal static class CompilerSettings
{
    // A file that extends itself would be followed for ever.
    private const int MostFiles = 10;

    /// <summary>A path among the compiler's options, absolute; null where neither the file nor one that it extends names it.</summary>
    /// <param name="file">The tsconfig.json, absolute.</param>
    /// <param name="option">The option: <c>outDir</c>.</param>
    public static string? FindPath(string file, string option) =>
        Find(file, option, MostFiles) is var (folder, value) && value is string { Length: > 0 } path
            ? Path.GetFullPath(Path.Combine(folder, path.Replace("${configDir}", Path.GetDirectoryName(file))))
            : null;

    /// <summary>One of the compiler's options, as <see cref="Json5Reader"/> reads it; null where neither the file nor one that it extends has it.</summary>
    public static object? Find(string file, string option) => Find(file, option, MostFiles)?.Value;

    private static (string Folder, object? Value)? Find(string file, string option, int left)
    {
        if (left == 0 || Read(file) is not { } settings)
        {
            return null;
        }

        var folder = Path.GetDirectoryName(file)!;
        if (settings.TryGetValue("compilerOptions", out var options) && options is Dictionary<string, object?> named && named.TryGetValue(option, out var value))
        {
            return (folder, value);
        }

        // The last one counts.
        return Extended(settings).Reverse().Select(name => Resolve(folder, name)).OfType<string>()
            .Select(other => Find(other, option, left - 1)).FirstOrDefault(found => found is not null);
    }

    private static IEnumerable<string> Extended(Dictionary<string, object?> settings) =>
        !settings.TryGetValue("extends", out var value) ? []
        : value is string one ? [one]
        : value is List<object?> several ? several.OfType<string>()
        : [];

    private static string? Resolve(string folder, string name)
    {
        var isFile = name.StartsWith(".", StringComparison.Ordinal) || Path.IsPathRooted(name);
        var place = Path.Combine(folder, isFile ? name : Path.Combine("node_modules", name));
        return new[] { place, place + ".json", Path.Combine(place, TypeScriptProject.ConfigurationName) }.FirstOrDefault(File.Exists);
    }

    private static Dictionary<string, object?>? Read(string file)
    {
        try
        {
            return File.Exists(file) ? Json5Reader.Parse(File.ReadAllText(file, Encoding.UTF8)) as Dictionary<string, object?> : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or Json5Exception or ArgumentException)
        {
            return null;
        }
    }
}
