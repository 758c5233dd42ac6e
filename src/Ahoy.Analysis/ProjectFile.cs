namespace Ahoy.Analysis;

/// <summary>A file that a project hands over, which is read only if somebody needs it.</summary>
internal readonly struct ProjectFile
{
    private readonly Func<object?> _read;

    /// <summary>Names a file.</summary>
    /// <param name="path">Where it lies, absolute.</param>
    /// <param name="read">
    /// Gives its text: an object whose <c>ToString</c> is the text, and which stays the same object as long as the text stays the
    /// same (Roslyn's <c>SourceText</c>, a string); null where the file is gone.
    /// </param>
    public ProjectFile(string path, Func<object?> read)
    {
        Path = path;
        _read = read;
    }

    /// <summary>Where it lies.</summary>
    public string Path { get; }

    /// <summary>Its text.</summary>
    public object? Read() => _read();

    /// <summary>Its text; null where this is no file at all.</summary>
    public object? ReadIfAny() => _read?.Invoke();
}
