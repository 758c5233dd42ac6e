namespace Ahoy.Analysis.Engine;

/// <summary>A part of a text. It is not Roslyn's, so that rules also run in a process that doesn't load the compiler.</summary>
internal readonly struct TextRange : IEquatable<TextRange>
{
    public TextRange(int start, int length)
    {
        Start = start;
        Length = length;
    }

    /// <summary>The offset of the first UTF-16 code unit.</summary>
    public int Start { get; }

    /// <summary>The number of code units.</summary>
    public int Length { get; }

    /// <summary>The offset after the last code unit.</summary>
    public int End => Start + Length;

    public static bool operator ==(TextRange left, TextRange right) => left.Equals(right);

    public static bool operator !=(TextRange left, TextRange right) => !left.Equals(right);

    public static TextRange FromBounds(int start, int end) => new(start, end - start);

    public bool Equals(TextRange other) => Start == other.Start && Length == other.Length;

    public override bool Equals(object? obj) => obj is TextRange other && Equals(other);

    public override int GetHashCode() => (Start, Length).GetHashCode();

    /// <inheritdoc/>
    public override string ToString() => $"{Start}..{End}";
}
