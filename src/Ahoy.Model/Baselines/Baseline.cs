namespace Ahoy.Model;

/// <summary>The findings that a team keeps for now: they are known, and only what is new is reported.</summary>
/// <remarks>
/// A JSON file beside the code, a line for each finding, in the order of the files: so that a change of it can be read, and two branches
/// that both change it merge. <c>ahoy check</c> and the build read the same one.
/// </remarks>
public sealed class Baseline
{
    private readonly string _folder;
    private readonly HashSet<(string File, string Fingerprint)> _kept;

    /// <summary>Makes one.</summary>
    /// <param name="path">Where it lies, absolute: the files in it are named from its folder on.</param>
    /// <param name="entries">What it keeps.</param>
    public Baseline(string path, IEnumerable<BaselineEntry> entries)
    {
        _folder = Path.GetDirectoryName(path)!;
        Entries =
        [
            .. entries
                .OrderBy(entry => entry.File, StringComparer.Ordinal)
                .ThenBy(entry => entry.Rule, StringComparer.Ordinal)
                .ThenBy(entry => entry.Fingerprint, StringComparer.Ordinal),
        ];
        _kept = [.. Entries.Select(entry => (entry.File, entry.Fingerprint))];
    }

    /// <summary>What it keeps, in the order of the files.</summary>
    public IReadOnlyList<BaselineEntry> Entries { get; }

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file, absolute.</param>
    /// <exception cref="BaselineException">It is not there, or can't be used as it stands.</exception>
    public static Baseline Load(string path)
    {
        try
        {
            return File.Exists(path) || Directory.Exists(path)
                ? Parse(path, File.ReadAllText(path))
                : throw new BaselineException(0, "there is no such baseline: `ahoy check --baseline FILE --update-baseline` writes it", isMissing: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BaselineException(0, $"the baseline can't be read: {e.Message}");
        }
    }

    /// <summary>Reads a text.</summary>
    /// <param name="path">Where it lies, absolute.</param>
    /// <param name="text">What stands there.</param>
    /// <exception cref="BaselineException">It can't be used as it stands.</exception>
    public static Baseline Parse(string path, string text) => new(path, BaselineText.Read(text));

    /// <summary>Its text.</summary>
    public string ToText() => BaselineText.Write(Entries);

    /// <summary>Whether it keeps a finding.</summary>
    /// <param name="file">The file that the finding is in, absolute.</param>
    /// <param name="fingerprint">What it is known by.</param>
    public bool Keeps(string file, string fingerprint) => _kept.Contains((NameOf(file), fingerprint));

    /// <summary>The file as the baseline names it: from its folder on.</summary>
    /// <param name="file">The file, absolute.</param>
    public string NameOf(string file)
    {
        var from = Parts(_folder);
        var to = Parts(file);
        var common = 0;
        while (common < from.Length && common < to.Length && from[common] == to[common])
        {
            common++;
        }

        var name = string.Join("/", Enumerable.Repeat("..", from.Length - common).Concat(to.Skip(common)));
        return name.Length == 0 ? "." : name;
    }

    /// <summary>Where a file lies that it names, absolute.</summary>
    public string PathOf(BaselineEntry entry) => Path.GetFullPath(Path.Combine(_folder, entry.File));

    private static string[] Parts(string path) =>
        Path.GetFullPath(path).TrimEnd('/', '\\').Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar);
}
