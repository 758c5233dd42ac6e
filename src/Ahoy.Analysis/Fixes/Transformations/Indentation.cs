using System.Text;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Fixes.Transformations;

/// <summary>Moves code to another depth.</summary>
internal static class Indentation
{
    /// <summary>The text of a block whose closing brace is to stand at another depth.</summary>
    /// <param name="request">The file.</param>
    /// <param name="block">The block.</param>
    /// <param name="edits">What else is to change in it.</param>
    /// <param name="indentation">The blanks before its closing brace.</param>
    public static string Move(FixRequest request, BlockStatement block, EditList edits, string indentation)
    {
        var layout = request.Layout;
        var old = layout.IndentationOf(block.End - 1);
        var isAlone = layout.IsFirstOfLine(block.End - 1);
        if (isAlone && old != indentation)
        {
            foreach (var line in LinesOf(request, block))
            {
                var blanks = layout.IndentationOf(line);
                if (blanks.StartsWith(old, StringComparison.Ordinal))
                {
                    edits.Replace(line, line + old.Length, indentation);
                }
            }
        }

        return Slice(request.Text, block, edits);
    }

    private static string Slice(string text, Node node, EditList edits)
    {
        var result = new StringBuilder();
        var position = node.Start;
        foreach (var edit in edits.Edits)
        {
            result.Append(text, position, edit.Start - position).Append(edit.NewText);
            position = edit.End;
        }

        return result.Append(text, position, node.End - position).ToString();
    }

    /// <summary>The starts of the block's lines that are not inside a template, where blanks are content.</summary>
    private static IEnumerable<int> LinesOf(FixRequest request, BlockStatement block)
    {
        for (var line = request.Layout.NextLine(block.Start); line < block.End; line = request.Layout.NextLine(line))
        {
            if (NodeFinder.Innermost(block, line, line) is not (TemplateElement or StringLiteral))
            {
                yield return line;
            }
        }
    }
}
