using System.Text.RegularExpressions;

namespace Ahoy.TestSupport.Guides;

/// <summary>A page whose blocks the tests run: the README and the guides.</summary>
public sealed partial class GuidePage
{
    private GuidePage(string name)
    {
        Name = name;
        Blocks = Read(name, System.IO.File.ReadAllLines(Path));
    }

    /// <summary>All pages, the README first.</summary>
    public static IReadOnlyList<GuidePage> All { get; } =
    [
        .. Directory.EnumerateFiles(Repository.Combine("docs", "guides"), "*.md", SearchOption.AllDirectories)
            .Select(file => System.IO.Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)
            .Prepend("README.md")
            .Select(name => new GuidePage(name)),
    ];

    /// <summary>Its path in the repository.</summary>
    public string Name { get; }

    /// <summary>Where it lies.</summary>
    public string Path => Repository.Combine(Name);

    /// <summary>Its fenced blocks, in their order.</summary>
    public IReadOnlyList<GuideBlock> Blocks { get; }

    /// <summary>The page of a name.</summary>
    public static GuidePage Of(string name) => All.Single(page => page.Name == name);

    private static List<GuideBlock> Read(string page, string[] lines)
    {
        var blocks = new List<GuideBlock>();
        var notes = new List<(string Name, string Value)>();
        for (var i = 0; i < lines.Length; i++)
        {
            if (Note().Match(lines[i]) is { Success: true } note)
            {
                notes.Add((note.Groups["name"].Value, note.Groups["value"].Value));
            }
            else if (lines[i].StartsWith("```", StringComparison.Ordinal))
            {
                var end = Array.FindIndex(lines, i + 1, line => line == "```");
                if (end < 0)
                {
                    throw new InvalidDataException($"{page}:{i + 1}: the block does not end.");
                }

                blocks.Add(new GuideBlock(page, i + 1, lines[i][3..].Trim(), string.Concat(lines[(i + 1)..end].Select(line => line + "\n")), [.. notes]));
                notes.Clear();
                i = end;
            }
            else if (lines[i].Length > 0)
            {
                notes.Clear();
            }
        }

        return blocks;
    }

    [GeneratedRegex("^<!-- (?<name>[a-z]+(?: [a-z]+)?)(?:: (?<value>.*))? -->$")]
    private static partial Regex Note();
}
