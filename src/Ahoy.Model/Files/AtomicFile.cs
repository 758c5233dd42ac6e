namespace Ahoy.Bundling.Output;

/// <summary>Writes files so that nobody ever sees half of one: beside the target first, then in its place.</summary>
internal static class AtomicFile
{
    /// <summary>The extension of a file that is being written.</summary>
    public const string TemporaryExtension = ".tmp";

    /// <summary>Writes a file's bytes; does nothing where it has them already.</summary>
    public static bool Write(string file, byte[] content)
    {
        if (File.Exists(file) && File.ReadAllBytes(file).SequenceEqual(content))
        {
            return false;
        }

        Write(file, stream => stream.Write(content, 0, content.Length));
        return true;
    }

    /// <summary>Writes a file by a function; where it throws, the file stays as it was.</summary>
    public static void Write(string file, Action<FileStream> write)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var temporary = $"{file}.{Guid.NewGuid():N}{TemporaryExtension}";
        try
        {
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None))
            {
                write(stream);
            }

            Replace(temporary, file);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private static void Replace(string temporary, string file)
    {
        if (File.Exists(file))
        {
            File.Replace(temporary, file, destinationBackupFileName: null);
        }
        else
        {
            File.Move(temporary, file);
        }
    }
}
