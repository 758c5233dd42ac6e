namespace Ahoy.Analysis.Suppressions;

/// <summary>What a suppression covers.</summary>
internal enum SuppressionKind
{
    /// <summary><c>ahoy-disable-line</c>: the line it stands on.</summary>
    Line,

    /// <summary><c>ahoy-disable-next-line</c>: the line after it.</summary>
    NextLine,

    /// <summary><c>ahoy-disable</c>: all up to <c>ahoy-enable</c>, or to the end of the file.</summary>
    Region,
}
