namespace Ahoy.Analysis.Fixes;

/// <summary>Edits the text of another file.</summary>
internal sealed class FileEdit : FileChange
{
    private readonly Func<string, IReadOnlyList<TextEdit>?> _edit;

    /// <param name="file">The file, relative to the project.</param>
    /// <param name="edit">What is to change in its text, in its order; null where that text allows nothing of the kind.</param>
    public FileEdit(string file, Func<string, IReadOnlyList<TextEdit>?> edit)
        : base(file) => _edit = edit;

    /// <summary>What changes in a text of the file; null where the fix does not apply to it: then all of it is left undone.</summary>
    public IReadOnlyList<TextEdit>? EditsOf(string text) => _edit(text);
}
