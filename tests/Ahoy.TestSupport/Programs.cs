namespace Ahoy.TestSupport;

/// <summary>Programs that a test may need, and this machine may be without.</summary>
public static class Programs
{
    /// <summary>The path of a program that the PATH leads to; null where it does not.</summary>
    /// <param name="name">Its name, without <c>.exe</c>.</param>
    public static string? Find(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name))
            .FirstOrDefault(File.Exists);
}
