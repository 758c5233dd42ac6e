namespace Ahoy.Host.Journal;

/// <summary>The memory of a body: used again for the next one as long as bodies are small.</summary>
internal sealed class KeptBody
{
    /// <summary>Bodies of up to so many bytes stay in the slot's own memory.</summary>
    public const int Small = 8 * 1024;

    /// <summary>A longer one is not kept.</summary>
    public const int Largest = 1024 * 1024;

    private byte[] _bytes = [];
    private int _length = -1;

    /// <summary>How long the body was, kept or not.</summary>
    public long Size { get; private set; }

    /// <summary>What it takes beside the slot's own memory.</summary>
    public int Extra => _bytes.Length > Small ? _bytes.Length : 0;

    /// <summary>Keeps a body in place of the one before.</summary>
    public void Keep(ReadOnlySpan<byte> body, long size)
    {
        Size = Math.Max(size, body.Length);
        if (body.Length > Largest || body.Length < size)
        {
            Drop();
            return;
        }

        if (body.Length > _bytes.Length || _bytes.Length > Small)
        {
            _bytes = new byte[body.Length <= Small ? Math.Min(Small, Math.Max(256, (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)body.Length))) : body.Length];
        }

        body.CopyTo(_bytes);
        _length = body.Length;
    }

    /// <summary>Forgets the body, but not its size.</summary>
    public void Drop()
    {
        _length = -1;
        if (_bytes.Length > Small)
        {
            _bytes = [];
        }
    }

    /// <summary>A copy; null where it is not kept.</summary>
    public byte[]? Copy() => _length < 0 ? null : _bytes.AsSpan(0, _length).ToArray();
}
