namespace Ahoy.Model;

/// <summary>A <c>package.json</c> or lock file that can't be read: the message names the file and, where known, the line.</summary>
public sealed class PackageManifestException : Exception
{
    internal PackageManifestException(string file, int line, string message, Exception? innerException = null)
        : base(message, innerException)
    {
        File = file;
        Line = line;
    }

    /// <summary>The file.</summary>
    public string File { get; }

    /// <summary>The line, from 1; 0 where it is not known.</summary>
    public int Line { get; }
}
