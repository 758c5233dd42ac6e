namespace Ahoy.Model;

/// <summary>Finds programs as a shell does: in the folders of the variable PATH.</summary>
public static class SearchPath
{
    /// <summary>The first file of a name in the PATH, or null.</summary>
    /// <param name="name">The program's file name, with its extension.</param>
    public static string? Find(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split([Path.PathSeparator], StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder.Trim('"'), name))
        .FirstOrDefault(File.Exists);
}
