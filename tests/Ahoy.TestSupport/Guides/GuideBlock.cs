namespace Ahoy.TestSupport.Guides;

/// <summary>A fenced block of a guide, with what the comments before it say of it.</summary>
public sealed class GuideBlock
{
    private readonly IReadOnlyList<(string Name, string Value)> _notes;

    internal GuideBlock(string page, int line, string language, string content, IReadOnlyList<(string Name, string Value)> notes)
    {
        Page = page;
        Line = line;
        Language = language;
        Content = content;
        _notes = notes;
    }

    /// <summary>The page, as a reader of the repository knows it.</summary>
    public string Page { get; }

    /// <summary>The line of its fence, counted from 1.</summary>
    public int Line { get; }

    /// <summary>What stands behind the fence.</summary>
    public string Language { get; }

    /// <summary>Its lines.</summary>
    public string Content { get; }

    /// <summary>The names of the comments before it.</summary>
    public IEnumerable<string> Notes => _notes.Select(note => note.Name);

    /// <summary>The path of the file that it is, from the folder on in which the guide works.</summary>
    public string? File => Note(GuideNotes.File);

    /// <summary>Why nothing runs it.</summary>
    public string? NotRun => Note(GuideNotes.NotRun);

    /// <summary>Whether it has commands.</summary>
    public bool HasCommands => Language is "sh" or "console";

    /// <summary>The value of the comment of a name; null where there is none.</summary>
    public string? Note(string name) => _notes.Where(note => note.Name == name).Select(note => note.Value).FirstOrDefault();

    /// <inheritdoc/>
    public override string ToString() => $"{Page}:{Line}";
}
