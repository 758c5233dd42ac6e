using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Ahoy.Model;

namespace Ahoy.Deploy.Ledger;

/// <summary>
/// What of a Service was uploaded from this machine: a deploy that was interrupted goes on where it stopped, and what has not changed is not
/// uploaded again. It holds no secret, and losing it costs nothing but uploads.
/// </summary>
/// <remarks>
/// One JSON object a line, each written at once and only after the platform's answer. A line that a crash cut short is passed over. Two
/// deploys may append at the same time.
/// </remarks>
internal sealed class DeployLedger
{
    private const int MaxLines = 20_000;

    private readonly string _file;
    private readonly Lock _lock = new();
    private readonly Dictionary<(ResourceKind, string), List<LedgerEntry>> _entries = [];

    private DeployLedger(string file) => _file = file;

    /// <summary>The folder of the ledgers of this machine's user.</summary>
    public static string DefaultFolder { get; } = Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "ahoy", "deploys");

    /// <summary>Opens the ledger of a Service; an empty one where there is none or it can't be read.</summary>
    public static DeployLedger Open(string folder, Uri api, string serviceSid)
    {
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{api.Authority}\n{serviceSid}")))[..32];
        var ledger = new DeployLedger(Path.Combine(folder, $"{name}.jsonl"));
        ledger.Load();
        return ledger;
    }

    /// <summary>The Version that a resource was uploaded as, or null.</summary>
    public LedgerEntry? Find(Resource resource, string resourceSid)
    {
        lock (_lock)
        {
            return _entries.TryGetValue((resource.Kind, resource.Path), out var known)
                ? known.FindLast(e => e.IsOf(resource, resourceSid))
                : null;
        }
    }

    /// <summary>Notes an upload that the platform has acknowledged.</summary>
    public void Add(LedgerEntry entry)
    {
        lock (_lock)
        {
            Remember(entry);
            try
            {
                Directory.CreateDirectory(Path.GetDirectoryName(_file)!);
                using var stream = new FileStream(_file, FileMode.Append, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
                stream.Write(Line(entry));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // The deploy is what matters: without the note the next one uploads once more.
            }
        }
    }

    // The line end comes first: after a line that was cut short, the next one still stands by itself.
    private static byte[] Line(LedgerEntry entry) =>
        Encoding.UTF8.GetBytes('\n' + JsonSerializer.Serialize(entry, LedgerJson.Default.LedgerEntry));

    private void Load()
    {
        string[] lines;
        try
        {
            lines = File.Exists(_file) ? File.ReadAllLines(_file) : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return;
        }

        foreach (var line in lines.Where(l => l.Length > 0))
        {
            try
            {
                if (JsonSerializer.Deserialize(line, LedgerJson.Default.LedgerEntry) is { } entry)
                {
                    Remember(entry);
                }
            }
            catch (JsonException)
            {
                // Cut short by a crash: what it stood for is uploaded again.
            }
        }

        if (lines.Length > MaxLines)
        {
            Compact();
        }
    }

    private void Remember(LedgerEntry entry)
    {
        var key = (entry.Kind, entry.Path);
        if (!_entries.TryGetValue(key, out var known))
        {
            _entries[key] = known = [];
        }

        known.Add(entry);
    }

    // Of each resource the last Versions are enough: going back to the one before is common, further back is not.
    private void Compact()
    {
        const int Kept = 3;
        try
        {
            AtomicFile.Write(_file, [.. _entries.Values.SelectMany(e => e.TakeLast(Kept)).SelectMany(Line)]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Long as it is, it still works.
        }
    }
}
