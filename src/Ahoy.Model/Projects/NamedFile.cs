namespace Ahoy.Model;

/// <summary>A file or folder that a setting names: it must exist.</summary>
public sealed class NamedFile
{
    /// <summary>Describes it.</summary>
    /// <param name="path">The path as it is given, relative to the project or absolute.</param>
    /// <param name="source">What names it: an option, a property, or the configuration file.</param>
    public NamedFile(string path, string source)
    {
        Path = path;
        Source = source;
    }

    /// <summary>The path as it is given.</summary>
    public string Path { get; }

    /// <summary>What names it.</summary>
    public string Source { get; }
}
