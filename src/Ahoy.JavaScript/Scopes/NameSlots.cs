namespace Ahoy.JavaScript.Scopes;

/// <summary>
/// A slot for each name of a file, which holds what the name means where the builder stands. The parser makes one string of
/// each name, so that most look-ups compare references only.
/// </summary>
internal sealed class NameSlots
{
    private const int InitialBuckets = 256;
    private const int MostSlotsKept = 1 << 15;

    private int[] _buckets = new int[InitialBuckets];
    private Slot[] _slots = new Slot[InitialBuckets];
    private int _count;

    /// <summary>The binding that a slot's name means here; negative for none.</summary>
    public ref int Current(int slot) => ref _slots[slot].Current;

    public int Find(string name)
    {
        var hash = Hash(name);
        var slots = _slots;
        for (var i = _buckets[hash & (_buckets.Length - 1)] - 1; (uint)i < (uint)slots.Length; i = slots[i].Next)
        {
            if (ReferenceEquals(slots[i].Name, name) || (slots[i].Hash == hash && slots[i].Name == name))
            {
                return i;
            }
        }

        return Add(name, hash);
    }

    /// <summary>Forgets all names.</summary>
    public void Clear()
    {
        if (_count > MostSlotsKept)
        {
            _slots = new Slot[InitialBuckets];
            _buckets = new int[InitialBuckets];
        }
        else if (_count > _buckets.Length / 8)
        {
            Array.Clear(_slots, 0, _count);
            Array.Clear(_buckets, 0, _buckets.Length);
        }
        else
        {
            for (var i = 0; i < _count; i++)
            {
                _buckets[_slots[i].Hash & (_buckets.Length - 1)] = 0;
                _slots[i] = default;
            }
        }

        _count = 0;
    }

    // Three characters and the length tell most names of a file apart, at a cost that does not grow with the name.
    private static int Hash(string name)
    {
        var length = name.Length;
        if (length == 0)
        {
            return 0;
        }

        var hash = (uint)((((name[0] * 31) + name[length - 1]) * 31) + name[length >> 1] + (length * 0x1003F));
        hash *= 0x9E3779B1;
        return (int)(hash >> 8);
    }

    private int Add(string name, int hash)
    {
        if (_count == _slots.Length)
        {
            Grow();
        }

        ref var bucket = ref _buckets[hash & (_buckets.Length - 1)];
        _slots[_count] = new Slot { Name = name, Hash = hash, Next = bucket - 1, Current = -1 };
        bucket = ++_count;
        return _count - 1;
    }

    private void Grow()
    {
        Array.Resize(ref _slots, _count * 2);
        _buckets = new int[_count * 2];
        for (var i = 0; i < _count; i++)
        {
            ref var bucket = ref _buckets[_slots[i].Hash & (_buckets.Length - 1)];
            _slots[i].Next = bucket - 1;
            bucket = i + 1;
        }
    }

    private struct Slot
    {
        public string Name;
        public int Hash;
        public int Next;
        public int Current;
    }
}
