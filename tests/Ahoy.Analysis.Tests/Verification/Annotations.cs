using Ahoy.Analysis.Fixes;
using Ahoy.JavaScript;
using Ahoy.JavaScript.Parsing;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Tests.Verification;

/// <summary>Writes the types into a JavaScript text that its author would have written in TypeScript, and tells where each place went.</summary>
internal sealed class Annotations
{
    private readonly List<TextEdit> _edits = [];
    private readonly string _text;

    private Annotations(string text) => _text = text;

    /// <summary>The text in TypeScript.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Adds types to a text; null where it is no valid JavaScript.</summary>
    public static Annotations? Add(string text)
    {
        var parsed = Parse(text, SourceType.CommonJs) ?? Parse(text, SourceType.Module);
        if (parsed is null)
        {
            return null;
        }

        var annotations = new Annotations(text);
        foreach (var node in parsed.Root.DescendantsAndSelf())
        {
            annotations.Annotate(node);
        }

        annotations._edits.Sort((one, other) => one.Start.CompareTo(other.Start));
        annotations.Text = EditList.Apply(text, annotations._edits) + "\ninterface Added<T extends object> { readonly [key: string]: T }\ntype Also = Added<{}> | undefined;\n";
        return annotations;
    }

    /// <summary>Whether a span of the TypeScript is one of the JavaScript: a type at its end may be part of it.</summary>
    public bool AreSame((int Start, int End) javaScript, (int Start, int End) typeScript)
    {
        var start = javaScript.Start + _edits.Where(edit => edit.Start <= javaScript.Start).Sum(edit => edit.NewText.Length);
        var end = javaScript.End + _edits.Where(edit => edit.Start < javaScript.End).Sum(edit => edit.NewText.Length);
        var types = _edits.Where(edit => edit.Start == javaScript.End).Sum(edit => edit.NewText.Length);
        return start == typeScript.Start && (end == typeScript.End || end + types == typeScript.End);
    }

    private static ParseResult? Parse(string text, SourceType type) =>
        JavaScriptParser.Parse(text, new ParseOptions { SourceType = type }) is { Errors.Count: 0 } parsed ? parsed : null;

    private void Annotate(Node node)
    {
        switch (node)
        {
            case IFunction function:
                foreach (var parameter in function.Params)
                {
                    AnnotateParameter(parameter);
                }

                if (function.Body is BlockStatement body && EndBefore(body.Start) is var end && _text[end - 1] == ')')
                {
                    Insert(end, function.Async ? ": Promise<void>" : ": unknown");
                }

                break;
            case VariableDeclarator { Init: not null } declarator:
                Insert(declarator.Id.End, ": Added<any>");
                break;
            case CatchClause { Param: { } parameter }:
                Insert(parameter.End, ": any");
                break;
        }
    }

    private void AnnotateParameter(Node parameter)
    {
        var target = parameter is AssignmentPattern { Left: var left } ? left : parameter;
        var next = target.End;
        while (next < _text.Length && char.IsWhiteSpace(_text[next]))
        {
            next++;
        }

        // A parameter without parentheses has no room for a type.
        if (next < _text.Length && _text[next] is ',' or ')' or '=' && !(_text[next] == '=' && _text[next + 1] == '>'))
        {
            Insert(target.End, ": { [key: string]: any } | Also");
        }
    }

    private int EndBefore(int offset)
    {
        while (offset > 0 && char.IsWhiteSpace(_text[offset - 1]))
        {
            offset--;
        }

        return offset;
    }

    private void Insert(int at, string text) => _edits.Add(new TextEdit(at, 0, text));
}
