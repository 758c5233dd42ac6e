namespace Ahoy.Build;

/// <summary>
/// The files that tell MSBuild that a target is up to date: <c>NAME.STATE.stamp</c>, where STATE is a hash of what is no file (the list of
/// the resources, the properties). In another state the file is another, so that a file that was removed is noticed too.
/// </summary>
internal static class Stamp
{
    /// <summary>Writes a stamp and removes those of other states.</summary>
    public static void Write(string file)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        Directory.CreateDirectory(folder);
        var name = Path.GetFileName(file);
        foreach (var other in Directory.GetFiles(folder, name.Substring(0, name.IndexOf('.')) + ".*.stamp"))
        {
            File.Delete(other);
        }

        File.WriteAllText(file, "");
    }
}
