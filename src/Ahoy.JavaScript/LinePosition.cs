namespace Ahoy.JavaScript;

/// <summary>A line and a column, both counted from zero, the column in UTF-16 code units.</summary>
public readonly struct LinePosition : IEquatable<LinePosition>
{
    internal LinePosition(int line, int column)
    {
        Line = line;
        Column = column;
    }

    /// <summary>The line; the first is 0.</summary>
    public int Line { get; }

    /// <summary>The column; the first is 0.</summary>
    public int Column { get; }

    /// <summary>Whether two positions are the same.</summary>
    public static bool operator ==(LinePosition left, LinePosition right) => left.Equals(right);

    /// <summary>Whether two positions differ.</summary>
    public static bool operator !=(LinePosition left, LinePosition right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(LinePosition other) => Line == other.Line && Column == other.Column;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is LinePosition other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => (Line * 397) ^ Column;

    /// <inheritdoc/>
    public override string ToString() => $"{Line},{Column}";
}
