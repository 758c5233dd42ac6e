namespace Ahoy.Analysis.Fixes;

/// <summary>One way to put a finding right.</summary>
internal sealed class Fix
{
    public Fix(string title, string key, IReadOnlyList<TextEdit> edits)
    {
        Title = title;
        Key = key;
        Edits = edits;
    }

    /// <summary>What the editor's menu says.</summary>
    public string Title { get; }

    /// <summary>What fixes of the same kind have in common: "fix all" applies those with the same key.</summary>
    public string Key { get; }

    /// <summary>What changes in the file, in its order, without overlap.</summary>
    public IReadOnlyList<TextEdit> Edits { get; }

    /// <summary>
    /// Whether it puts the problem itself right, so that <c>ahoy check --fix</c> may apply it unasked. Saying that the problem
    /// is meant, or hiding it, is left to people.
    /// </summary>
    public bool IsCure { get; init; } = true;

    /// <summary>
    /// What changes in other files; it is done together with the edits or not at all. Such a fix is for people to choose, and for those
    /// who can write other files: see docs/fixes.md.
    /// </summary>
    public IReadOnlyList<FileChange> OtherFiles { get; init; } = [];

    public override string ToString() => Title;
}
