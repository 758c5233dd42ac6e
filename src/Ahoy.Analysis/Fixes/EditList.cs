using System.Text;

namespace Ahoy.Analysis.Fixes;

/// <summary>The edits of one fix. None overlaps another.</summary>
internal sealed class EditList
{
    private readonly List<TextEdit> _edits = [];

    /// <summary>The edits, in the order of the text; of insertions at one place, the one that was added first comes first.</summary>
    public IReadOnlyList<TextEdit> Edits => [.. _edits.OrderBy(edit => edit.Start).ThenBy(edit => edit.Length > 0)];

    public EditList Insert(int offset, string text)
    {
        if (text.Length > 0)
        {
            _edits.Add(new TextEdit(offset, 0, text));
        }

        return this;
    }

    public EditList Replace(int start, int end, string text)
    {
        _edits.Add(new TextEdit(start, end - start, text));
        return this;
    }

    public EditList Delete(int start, int end) => start == end ? this : Replace(start, end, string.Empty);

    /// <summary>A text with edits that are in its order and don't overlap.</summary>
    public static string Apply(string text, IReadOnlyList<TextEdit> edits)
    {
        var result = new StringBuilder(text.Length + 64);
        var position = 0;
        foreach (var edit in edits)
        {
            if (edit.Start < position)
            {
                throw new ArgumentException($"The edit {edit} overlaps the one before it.", nameof(edits));
            }

            result.Append(text, position, edit.Start - position).Append(edit.NewText);
            position = edit.End;
        }

        return result.Append(text, position, text.Length - position).ToString();
    }
}
