namespace Ahoy.JavaScript;

/// <summary>How a <see cref="Comment"/> is written.</summary>
public enum CommentKind : byte
{
    /// <summary><c>// …</c>.</summary>
    Line,

    /// <summary><c>/* … */</c>.</summary>
    Block,

    /// <summary><c>#! …</c> on the first line.</summary>
    Hashbang,

    /// <summary><c>&lt;!-- …</c> or <c>--&gt; …</c>, which scripts take for line comments.</summary>
    Html,
}
