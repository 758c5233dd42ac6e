using System.Text.RegularExpressions;
using Ahoy.Cli.Output;
using Ahoy.Model;

namespace Ahoy.Cli.Explaining;

/// <summary>The page that explains a rule, as it is installed with the command.</summary>
internal sealed partial class RulePage
{
    private readonly Lazy<string> _text;

    private RulePage(string file)
    {
        Id = Path.GetFileNameWithoutExtension(file);
        _text = new Lazy<string>(() => File.ReadAllText(file).ReplaceLineEndings("\n"));
    }

    public string Id { get; }

    /// <summary>The whole page, in Markdown: read when somebody asks for it.</summary>
    public string Text => _text.Value;

    /// <summary>What the rule is about: the first line, behind the id.</summary>
    public string Title
    {
        get
        {
            var line = Text.AsSpan(0, Text.IndexOf('\n', StringComparison.Ordinal));
            return line[(line.IndexOf(':') + 1)..].Trim().ToString();
        }
    }

    /// <summary>The page for a terminal: links are their words, and for other pages than rules' the file's name.</summary>
    public string PlainText => Link().Replace(Text, link =>
        link.Groups["id"].Success || link.Groups["page"].Value.StartsWith('#')
            ? link.Groups["words"].Value
            : $"{link.Groups["words"].Value} ({link.Groups["page"].Value.Replace("../", "docs/", StringComparison.Ordinal)})");

    /// <summary>All pages, in the order of their ids.</summary>
    /// <exception cref="UserErrorException">The installation has no pages.</exception>
    public static IReadOnlyList<RulePage> All()
    {
        var folder = RuleDocumentation.InstalledFolder;
        var files = Directory.Exists(folder) ? Directory.GetFiles(folder, "AHOY*.md") : [];
        return files.Length == 0
            ? throw new UserErrorException($"The rules' pages are not in {folder}: install ahoy again, or read them at {RuleDocumentation.Repository}.")
            : [.. files.Order(StringComparer.Ordinal).Select(file => new RulePage(file))];
    }

    [GeneratedRegex(@"\[(?<words>[^\]\n]+)\]\((?:(?<id>AHOY\d{4})\.md|(?<page>[^)\s]+))\)")]
    private static partial Regex Link();
}
