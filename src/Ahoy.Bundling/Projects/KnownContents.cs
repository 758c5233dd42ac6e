using System.Globalization;
using System.Text;
using Ahoy.Model;

namespace Ahoy.Bundling;

/// <summary>
/// What earlier builds found out about the contents of a project's files, so that a build reads what has changed and nothing else. It is kept
/// in a file of the intermediate folder; where that is gone, or another version of Ahoy wrote it, all is read again.
/// </summary>
internal sealed class KnownContents
{
    // File systems know the time of a write to two seconds at worst: a file that was read so soon after it was written may have been written once more.
    private static readonly TimeSpan s_doubt = TimeSpan.FromSeconds(2);

    private readonly string _file;
    private readonly DateTime _now;
    private readonly Dictionary<string, KnownContent> _before = new(StringComparer.Ordinal);
    private readonly Dictionary<string, KnownContent> _used = new(StringComparer.Ordinal);
    private bool _changed;

    private KnownContents(string file, DateTime now)
    {
        _file = file;
        _now = now;
    }

    // What a fact means may change with the code that finds it.
    private static string Header => "ahoy-contents\t" + typeof(KnownContents).Module.ModuleVersionId;

    /// <summary>Reads the file; what is wrong in it is forgotten.</summary>
    /// <param name="file">The file; it need not exist.</param>
    /// <param name="now">The time before anything is read, in UTC.</param>
    public static KnownContents Load(string file, DateTime now)
    {
        var contents = new KnownContents(file, now);
        try
        {
            if (File.Exists(file))
            {
                contents.Parse(File.ReadAllLines(file, Encoding.UTF8));
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It saves time, no more.
        }

        return contents;
    }

    /// <summary>What is known of a file's content; null where it has changed since, or may have.</summary>
    public KnownContent? Find(FileInfo file)
    {
        if (!_before.TryGetValue(file.FullName, out var known)
            || known.Size != file.Length
            || known.Written != file.LastWriteTimeUtc
            || known.Written + s_doubt > known.Read)
        {
            return null;
        }

        _used[file.FullName] = known;
        return known;
    }

    /// <summary>Keeps the hash of a file's content.</summary>
    /// <param name="file">The file, as it was before it was read.</param>
    /// <param name="hash">The hash of what was read.</param>
    public KnownContent Add(FileInfo file, string hash)
    {
        _changed = true;
        return _used[file.FullName] = new KnownContent(hash, file.Length, file.LastWriteTimeUtc, _now, new(StringComparer.Ordinal), () => _changed = true);
    }

    /// <summary>Writes what was asked for or added, where that is anything new.</summary>
    public void Save()
    {
        if (!_changed && _used.Count == _before.Count)
        {
            return;
        }

        var text = new StringBuilder(Header).Append('\n');
        foreach (var entry in _used.Where(entry => entry.Key.IndexOfAny(['\t', '\n', '\r']) < 0))
        {
            text.Append(entry.Value.Hash)
                .Append('\t').Append(entry.Value.Size.ToString(CultureInfo.InvariantCulture))
                .Append('\t').Append(entry.Value.Written.Ticks.ToString(CultureInfo.InvariantCulture))
                .Append('\t').Append(entry.Value.Read.Ticks.ToString(CultureInfo.InvariantCulture))
                .Append('\t').Append(string.Join(",", entry.Value.Facts.Select(fact => (fact.Value ? "+" : "-") + fact.Key)))
                .Append('\t').Append(entry.Key).Append('\n');
        }

        AtomicFile.Write(_file, Encoding.UTF8.GetBytes(text.ToString()));
    }

    private void Parse(string[] lines)
    {
        if (lines.Length == 0 || lines[0] != Header)
        {
            return;
        }

        foreach (var line in lines.Skip(1))
        {
            var parts = line.Split('\t');
            if (parts.Length == 6
                && ContentHash.IsHash(parts[0])
                && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var size)
                && TryParseTime(parts[2], out var written)
                && TryParseTime(parts[3], out var read))
            {
                var facts = parts[4].Split([','], StringSplitOptions.RemoveEmptyEntries)
                    .GroupBy(fact => fact.Substring(1), StringComparer.Ordinal)
                    .ToDictionary(group => group.Key, group => group.First()[0] == '+', StringComparer.Ordinal);
                _before[parts[5]] = new KnownContent(parts[0], size, written, read, facts, () => _changed = true);
            }
        }
    }

    private static bool TryParseTime(string text, out DateTime time)
    {
        var isTime = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTime.MaxValue.Ticks;
        time = isTime ? new DateTime(ticks, DateTimeKind.Utc) : default;
        return isTime;
    }
}
