using Ahoy.JavaScript.Syntax;

namespace Ahoy.JavaScript.Parsing;

/// <summary>What one run of the parser gives.</summary>
internal sealed class ParserOutput
{
    public ParserOutput(Program root, IReadOnlyList<SyntaxError> errors, IReadOnlyList<Comment> comments, bool bracesSuspect)
    {
        Root = root;
        Errors = errors;
        Comments = comments;
        BracesSuspect = bracesSuspect;
    }

    public Program Root { get; }

    public IReadOnlyList<SyntaxError> Errors { get; }

    public IReadOnlyList<Comment> Comments { get; }

    /// <summary>Whether the file ended inside braces, or inside a template.</summary>
    public bool BracesSuspect { get; }
}
