using System.Text.RegularExpressions;

namespace Ahoy.Design.Tests.Guides;

/// <summary>A link of a page into the repository leads to a file, and behind a # to a heading there.</summary>
public partial class LinkTests
{
    [Fact]
    public void Links_OfPages_LeadSomewhere() =>
        Expect.None(
            from file in SourceFiles.Below(Repository.Root)
            where Path.GetExtension(file) == ".md"
            from error in Errors(file)
            select error);

    private static IEnumerable<string> Errors(string file)
    {
        foreach (Match link in Link().Matches(Fence().Replace(File.ReadAllText(file), "")))
        {
            var target = link.Groups["target"].Value;
            if (target.Contains(':', StringComparison.Ordinal))
            {
                continue;
            }

            var (path, anchor) = target.Split('#') is [var before, var after] ? (before, after) : (target, "");
            var leadsTo = path.Length == 0 ? file : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, Uri.UnescapeDataString(path)));
            if (!Path.Exists(leadsTo))
            {
                yield return $"{SourceFiles.NameOf(file)}: {target} leads nowhere";
            }
            else if (anchor.Length > 0 && !Anchors(leadsTo).Contains(anchor))
            {
                yield return $"{SourceFiles.NameOf(file)}: {target}: there is no such heading";
            }
        }
    }

    // As GitHub makes them: lower case, only letters, digits, - and _, each space a -.
    private static IEnumerable<string> Anchors(string file) =>
        Heading().Matches(File.ReadAllText(file)).Select(heading => Dropped().Replace(heading.Groups[1].Value.Trim().ToLowerInvariant(), "").Replace(' ', '-'));

    [GeneratedRegex(@"(?<!!)\[[^\]]*\]\((?<target>[^)\s]+)\)|!\[[^\]]*\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^```.*?^```|`[^`\n]*`(?!\])", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"^#{1,6} (.*)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\p{L}\p{N} _-]")]
    private static partial Regex Dropped();
}
