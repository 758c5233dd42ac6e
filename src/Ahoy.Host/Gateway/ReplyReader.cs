using System.Buffers.Binary;
using System.Text;

namespace Ahoy.Host.Gateway;

/// <summary>Takes a worker's reply apart: status, kind, headers, and what is left is the body.</summary>
/// <exception cref="InvalidDataException">It ends too early.</exception>
internal ref struct ReplyReader
{
    private ReadOnlySpan<byte> _rest;
    private int _texts;

    public ReplyReader(ReadOnlySpan<byte> reply)
    {
        _rest = reply;
        Status = BinaryPrimitives.ReadUInt16LittleEndian(Take(2));
        Kind = (ReplyKind)Take(1)[0];
        _texts = BinaryPrimitives.ReadUInt16LittleEndian(Take(2));
    }

    public int Status { get; }

    public ReplyKind Kind { get; }

    /// <summary>Reads the next header; false after the last.</summary>
    public bool TryReadHeader(out string name, out string value)
    {
        if (_texts < 2)
        {
            name = value = "";
            return false;
        }

        name = ReadText();
        value = ReadText();
        _texts -= 2;
        return true;
    }

    /// <summary>The body, once all headers are read.</summary>
    public readonly ReadOnlySpan<byte> Body => _rest;

    private string ReadText() => Encoding.UTF8.GetString(Take(BinaryPrimitives.ReadInt32LittleEndian(Take(4))));

    private ReadOnlySpan<byte> Take(int count)
    {
        if ((uint)count > (uint)_rest.Length)
        {
            throw new InvalidDataException("The reply of the worker is incomplete.");
        }

        var taken = _rest[..count];
        _rest = _rest[count..];
        return taken;
    }
}
