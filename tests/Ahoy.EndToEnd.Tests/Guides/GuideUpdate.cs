using System.Text.RegularExpressions;
using Ahoy.TestSupport;
using Ahoy.TestSupport.Guides;

namespace Ahoy.EndToEnd.Tests.Guides;

/// <summary>Writes into a page what its commands have written, where AHOY_UPDATE asks for it.</summary>
internal sealed partial class GuideUpdate(GuidePage page)
{
    private readonly List<(GuideBlock Block, string Content)> _changes = [];

    /// <summary>Notes what a block is to show.</summary>
    public void Replace(GuideBlock block, IEnumerable<string> commands) => 
        _changes.Add((block, Sid().Replace(string.Join('\n', commands), "$1…").Replace("\r", "", StringComparison.Ordinal)));

    /// <summary>Writes the page.</summary>
    public void Save()
    {
        if (!PageUpdate.IsWanted)
        {
            return;
        }

        var lines = File.ReadAllLines(page.Path).ToList();
        foreach (var (block, content) in _changes.OrderByDescending(change => change.Block.Line))
        {
            lines.RemoveRange(block.Line, block.Content.Count(c => c == '\n'));
            lines.InsertRange(block.Line, content.TrimEnd('\n').Split('\n'));
        }

        File.WriteAllText(page.Path, string.Join('\n', lines) + "\n");
    }

    [GeneratedRegex(@"\b([A-Z]{2})[0-9a-f]{32}\b")]
    private static partial Regex Sid();
}
