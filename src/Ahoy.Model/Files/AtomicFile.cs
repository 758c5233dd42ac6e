namespace Ahoy.Model;

/// <summary>Writes files so that nobody ever sees half of one: beside the target first, then in its place.</summary>
public static class AtomicFile
{
    /// <summary>The extension of a file that is being written.</summary>
    public const string TemporaryExtension = ".tmp";

    /// <summary>Writes a file's bytes; does nothing where it has them already.</summary>
    /// <returns>Whether it was written.</returns>
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
    public static void Write(string file, Action<FileStream> write) => Replace(file, temporary =>
    {
        using var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
        write(stream);
    });

    /// <summary>Copies a file to the place of another.</summary>
    public static void Copy(string source, string file) => Replace(file, temporary => File.Copy(source, temporary));

    private static void Replace(string file, Action<string> make)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var temporary = $"{file}.{Guid.NewGuid():N}{TemporaryExtension}";
        try
        {
            make(temporary);
            Move(temporary, file);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private static void Move(string temporary, string file)
    {
        if (!File.Exists(file))
        {
            try
            {
                File.Move(temporary, file);
                return;
            }
            catch (IOException) when (File.Exists(file))
            {
                // Another writer came first: the last one counts.
            }
        }

        File.Replace(temporary, file, destinationBackupFileName: null);
    }
}
