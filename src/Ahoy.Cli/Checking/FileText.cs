using System.Text;

namespace Ahoy.Cli.Checking;

/// <summary>Writes a text file back as it was found: with its byte order mark and its rights, and never half.</summary>
internal static class FileText
{
    /// <summary>Writes the file.</summary>
    /// <exception cref="IOException">It can't be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file or its folder must not be written.</exception>
    public static void Write(string path, string text)
    {
        // Its folder alone would let it be replaced.
        if (new FileInfo(path).IsReadOnly)
        {
            throw new UnauthorizedAccessException("the file is read-only.");
        }

        var encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: HasMark(path));
        WholeFile.Write(path, file =>
        {
            using var writer = new StreamWriter(file, encoding);
            writer.Write(text);
        });
    }

    private static bool HasMark(string path)
    {
        Span<byte> start = stackalloc byte[3];
        using var file = File.OpenRead(path);
        return file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && start.SequenceEqual(Encoding.UTF8.Preamble);
    }
}
