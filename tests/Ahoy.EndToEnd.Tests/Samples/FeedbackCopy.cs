using Ahoy.TestSupport;

namespace Ahoy.EndToEnd.Tests.Samples;

/// <summary>
/// The sample <c>feedback</c> in a folder of its own, from source: a watch writes its output anew, and the sample's tests in C# may fetch from there at the same time.
/// </summary>
public sealed class FeedbackCopy : IDisposable
{
    private static readonly HashSet<string> s_made = ["bin", "obj", "dist", "node_modules"];

    private readonly TempFolder _folder = new();

    public FeedbackCopy()
    {
        Copy(new DirectoryInfo(Repository.Combine("samples", "feedback")), "feedback");
        var project = Path.Combine(Folder, "feedback.csproj");
        File.WriteAllText(project, File.ReadAllText(project).Replace("../../build/", Repository.Combine("build").Replace('\\', '/') + "/", StringComparison.Ordinal));
    }

    /// <summary>The project's folder.</summary>
    public string Folder => _folder.Combine("feedback");

    /// <summary>Its code in a folder, without comments and empty lines.</summary>
    public IReadOnlyList<string> ReadCode(string folder) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Folder, folder), "*.js").Order(StringComparer.Ordinal)
            .SelectMany(File.ReadLines)
            .Select(line => line.Trim())
            .Where(line => line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal)),
    ];

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();

    private void Copy(DirectoryInfo from, string to)
    {
        foreach (var file in from.EnumerateFiles())
        {
            _folder.Write($"{to}/{file.Name}", File.ReadAllText(file.FullName));
        }

        foreach (var folder in from.EnumerateDirectories().Where(folder => !s_made.Contains(folder.Name)))
        {
            Copy(folder, $"{to}/{folder.Name}");
        }
    }
}
