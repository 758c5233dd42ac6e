namespace Ahoy.Cli.Changes;

/// <summary>Which lines of a file have changed.</summary>
/// <param name="IsWhole">Whether all of them have: the file is new.</param>
/// <param name="Ranges">The lines otherwise, from 1, first and last; empty where only the file's name has changed.</param>
internal sealed record ChangedLines(bool IsWhole, IReadOnlyList<(int First, int Last)> Ranges)
{
    /// <summary>A file that is new.</summary>
    public static ChangedLines All { get; } = new(true, []);

    /// <summary>Whether any line of a range has changed.</summary>
    public bool Touch(int first, int last) => IsWhole || Ranges.Any(range => range.First <= last && first <= range.Last);
}
