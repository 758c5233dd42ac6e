using System.Text;
using System.Text.RegularExpressions;

namespace Ahoy.Design.Tests.Documents;

/// <summary>Each relative link of a document leads to a file, and each anchor to a heading of it.</summary>
public partial class LinkTests
{
    [Fact]
    public void Links_OfTheDocuments_LeadSomewhere() => Expect.None(
        SourceFiles.Below(Repository.Root)
            .Where(file => file.EndsWith(".md", StringComparison.Ordinal))
            .SelectMany(BrokenLinks));

    [Theory]
    [InlineData("How long it takes", "how-long-it-takes")]
    [InlineData("`ahoy serve`: the host", "ahoy-serve-the-host")]
    [InlineData("A [link](x.md) & more_words", "a-link--more_words")]
    public void Anchor_OfAHeading_IsAsOnGitHub(string heading, string anchor) => Assert.Equal(anchor, AnchorOf(heading));

    private static IEnumerable<string> BrokenLinks(string file)
    {
        foreach (Match link in Link().Matches(WithoutCode(File.ReadAllText(file))))
        {
            var target = Uri.UnescapeDataString(link.Groups["target"].Value);
            var (path, anchor) = target.Split('#', 2) is [var before, var behind] ? (before, behind) : (target, "");
            var to = path.Length == 0 ? file : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, path));
            if (!File.Exists(to) && !Directory.Exists(to))
            {
                yield return $"{SourceFiles.NameOf(file)}: there is no {target}";
            }
            else if (anchor.Length > 0 && !AnchorsOf(to).Contains(anchor))
            {
                yield return $"{SourceFiles.NameOf(file)}: no heading is #{anchor} in {SourceFiles.NameOf(to)}";
            }
        }
    }

    // The second heading of a name has -1 behind it, and so on.
    private static HashSet<string> AnchorsOf(string file)
    {
        var anchors = new HashSet<string>(StringComparer.Ordinal);
        foreach (Match heading in Heading().Matches(WithoutFences(File.ReadAllText(file))))
        {
            var anchor = AnchorOf(heading.Groups["words"].Value);
            for (var (free, count) = (anchor, 0); !anchors.Add(free); free = $"{anchor}-{++count}")
            {
            }
        }

        return anchors;
    }

    private static string AnchorOf(string heading)
    {
        var anchor = new StringBuilder();
        foreach (var letter in LinkWords().Replace(heading.Trim(), "${words}").ToLowerInvariant())
        {
            anchor.Append(letter == ' ' ? "-" : char.IsLetterOrDigit(letter) || letter is '-' or '_' ? letter.ToString() : "");
        }

        return anchor.ToString();
    }

    private static string WithoutFences(string text) => Fence().Replace(text.ReplaceLineEndings("\n"), "");

    private static string WithoutCode(string text) => Code().Replace(WithoutFences(text), "");

    [GeneratedRegex(@"\]\((?!https?:|mailto:)(?<target>[^)\s]+)(?:\s+""[^""]*"")?\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"\[(?<words>[^\]]*)\]\([^)]*\)")]
    private static partial Regex LinkWords();

    [GeneratedRegex(@"^#{1,6} (?<words>.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^(?<mark> *(?:```+|~~~+)).*?^\k<mark>[ `~]*$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex("`[^`\n]*`")]
    private static partial Regex Code();
}
