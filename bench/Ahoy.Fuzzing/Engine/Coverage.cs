using System.Runtime.InteropServices;
using SharpFuzz.Common;

namespace Ahoy.Fuzzing.Engine;

/// <summary>
/// Which branches an input takes, where SharpFuzz has instrumented the assemblies: they count in a map that this class gives them. Where it
/// has not, nothing is ever new, and inputs are changed blindly.
/// </summary>
internal sealed unsafe class Coverage : IDisposable
{
    private const int Size = 1 << 16;

    private readonly byte* _map = (byte*)NativeMemory.AllocZeroed(Size);
    private readonly byte[] _seen = new byte[Size];

    public Coverage() => Trace.SharedMem = _map;

    /// <summary>The branches that any input has taken so far.</summary>
    public int Branches { get; private set; }

    /// <summary>Before an input.</summary>
    public void Clear()
    {
        new Span<byte>(_map, Size).Clear();
        Trace.PrevLocation = 0;
    }

    /// <summary>After an input: whether it took a branch that none before it took, or one a notably different number of times.</summary>
    public bool IsNew()
    {
        var isNew = false;
        for (var i = 0; i < Size; i++)
        {
            var bucket = Bucket(_map[i]);
            if ((bucket & ~_seen[i]) != 0)
            {
                Branches += _seen[i] == 0 ? 1 : 0;
                _seen[i] |= bucket;
                isNew = true;
            }
        }

        return isNew;
    }

    public void Dispose()
    {
        // The instrumented code of other threads may count on: the map stays.
    }

    // One, two, three, some, many …: as afl tells loops apart.
    private static byte Bucket(byte count) => count switch
    {
        0 => 0,
        1 => 1,
        2 => 2,
        3 => 4,
        < 8 => 8,
        < 16 => 16,
        < 32 => 32,
        < 128 => 64,
        _ => 128,
    };
}
