using System.Buffers.Binary;
using System.Text;

namespace Ahoy.TestSupport.Telemetry;

/// <summary>Reads the fields of one Protobuf message, whatever they mean.</summary>
internal sealed class ProtobufReader
{
    private readonly List<(int Number, ulong Value, ReadOnlyMemory<byte> Bytes)> _fields = [];

    public ProtobufReader(ReadOnlyMemory<byte> message)
    {
        var at = 0;
        while (at < message.Length)
        {
            var key = ReadVarint(message.Span, ref at);
            var number = (int)(key >> 3);
            switch (key & 7)
            {
                case 0:
                    _fields.Add((number, ReadVarint(message.Span, ref at), default));
                    break;
                case 1:
                    _fields.Add((number, BinaryPrimitives.ReadUInt64LittleEndian(message.Span[at..]), default));
                    at += 8;
                    break;
                case 2:
                    var length = (int)ReadVarint(message.Span, ref at);
                    _fields.Add((number, 0, message.Slice(at, length)));
                    at += length;
                    break;
                case 5:
                    _fields.Add((number, BinaryPrimitives.ReadUInt32LittleEndian(message.Span[at..]), default));
                    at += 4;
                    break;
                default:
                    throw new InvalidDataException($"Field {number} is of no kind that there is.");
            }
        }
    }

    /// <summary>The messages of a field.</summary>
    public IEnumerable<ProtobufReader> Messages(int number) => All(number).Select(bytes => new ProtobufReader(bytes));

    /// <summary>The text of a field; empty where it has none.</summary>
    public string Text(int number) => Encoding.UTF8.GetString(All(number).FirstOrDefault().Span);

    /// <summary>The bytes of a field, in hexadecimal digits.</summary>
    public string Hex(int number) => Convert.ToHexStringLower(All(number).FirstOrDefault().Span);

    /// <summary>The number of a field; 0 where it has none.</summary>
    public ulong Number(int number) => _fields.Where(f => f.Number == number).Select(f => f.Value).FirstOrDefault();

    /// <summary>Whether a field is there.</summary>
    public bool Has(int number) => _fields.Any(f => f.Number == number);

    private IEnumerable<ReadOnlyMemory<byte>> All(int number) => _fields.Where(f => f.Number == number).Select(f => f.Bytes);

    private static ulong ReadVarint(ReadOnlySpan<byte> bytes, ref int at)
    {
        var value = 0ul;
        for (var shift = 0; ; shift += 7)
        {
            var next = bytes[at++];
            value |= (ulong)(next & 0x7f) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }
    }
}
