namespace Ahoy.Integrity.Content;

/// <summary>Marsaglia's xorshift of 32 bits, as <c>content.js</c> has it.</summary>
internal struct XorShift(uint seed)
{
    private uint _state = seed;

    public uint Next()
    {
        _state ^= _state << 13;
        _state ^= _state >> 17;
        _state ^= _state << 5;
        return _state;
    }
}
