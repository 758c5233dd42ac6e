using System.Text.RegularExpressions;

namespace Ahoy.Analysis.Tests.Verification;

/// <summary>Ways to write the same code, which a fix must keep.</summary>
public enum Writing
{
    /// <summary>As the case has it.</summary>
    AsIs,

    /// <summary>With line ends as on Windows.</summary>
    CrLf,

    /// <summary>With a tab for each level.</summary>
    Tabs,

    /// <summary>With four blanks for each level.</summary>
    FourBlanks,
}

/// <summary>Rewrites code.</summary>
internal static partial class Writings
{
    /// <summary>The code in another way of writing. Cases are written with two blanks for each level.</summary>
    public static string Apply(this Writing writing, string code) => writing switch
    {
        Writing.CrLf => code.ReplaceLineEndings("\r\n"),
        Writing.Tabs => Indentation().Replace(code, blanks => new string('\t', blanks.Length / 2)),
        Writing.FourBlanks => Indentation().Replace(code, blanks => new string(' ', blanks.Length * 2)),
        _ => code,
    };

    [GeneratedRegex("^(?:  )+", RegexOptions.Multiline)]
    private static partial Regex Indentation();
}
