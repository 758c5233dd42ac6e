namespace Ahoy.Analysis.Fixes;

/// <summary>A part of a text and what takes its place.</summary>
internal readonly struct TextEdit : IEquatable<TextEdit>
{
    public TextEdit(int start, int length, string newText)
    {
        Start = start;
        Length = length;
        NewText = newText;
    }

    /// <summary>The offset of the first UTF-16 code unit that is replaced.</summary>
    public int Start { get; }

    /// <summary>How many code units are replaced; none for an insertion.</summary>
    public int Length { get; }

    /// <summary>What takes their place.</summary>
    public string NewText { get; }

    /// <summary>The offset after the last code unit that is replaced.</summary>
    public int End => Start + Length;

    /// <summary>Whether the two can't both be done: they share code units, or insert at one place.</summary>
    public bool Conflicts(TextEdit other) =>
        Start == other.Start || (Start < other.End && other.Start < End);

    public bool Equals(TextEdit other) => Start == other.Start && Length == other.Length && NewText == other.NewText;

    public override bool Equals(object? obj) => obj is TextEdit other && Equals(other);

    public override int GetHashCode() => (Start, Length, NewText).GetHashCode();

    public override string ToString() => $"{Start}..{End} -> \"{NewText}\"";
}
