using System.Text;

namespace Ahoy.Cli.Checking;

/// <summary>Writes a text file back as it was found: with its byte order mark, and never half.</summary>
internal static class FileText
{
    public static void Write(string path, string text)
    {
        var encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: HasMark(path));
        var temporary = path + ".ahoy-fix";
        File.WriteAllText(temporary, text, encoding);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(temporary, File.GetUnixFileMode(path));
        }

        File.Move(temporary, path, overwrite: true);
    }

    private static bool HasMark(string path)
    {
        Span<byte> start = stackalloc byte[3];
        using var file = File.OpenRead(path);
        return file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && start.SequenceEqual(Encoding.UTF8.Preamble);
    }
}
