using System.Collections.Concurrent;

namespace Ahoy.Host.Gateway;

/// <summary>
/// Keeps the bytes of small Assets that are asked for often, by what they hash to, so that they are right for ever; large ones are read from
/// their files each time.
/// </summary>
internal sealed class AssetCache
{
    private const long LargestKept = 1024 * 1024;
    private const long AllKept = 32 * LargestKept;

    private readonly ConcurrentDictionary<string, byte[]> _contents = new(StringComparer.Ordinal);
    private long _size;

    /// <summary>The content of an Asset, or null where it is not kept.</summary>
    public byte[]? Find(string sha256) => _contents.GetValueOrDefault(sha256);

    public static bool IsKept(long size) => size <= LargestKept;

    public void Add(string sha256, byte[] content)
    {
        if (Interlocked.Read(ref _size) + content.Length > AllKept)
        {
            // Rare, and what is still asked for comes back at once.
            _contents.Clear();
            Interlocked.Exchange(ref _size, 0);
        }

        if (_contents.TryAdd(sha256, content))
        {
            Interlocked.Add(ref _size, content.Length);
        }
    }
}
