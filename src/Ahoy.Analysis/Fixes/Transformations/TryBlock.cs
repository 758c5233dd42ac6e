using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Fixes.Transformations;

/// <summary>Puts statements into a <c>try</c>.</summary>
internal static class TryBlock
{
    /// <summary>
    /// Puts all statements of a function's body into a <c>try</c> whose <c>catch</c> calls the callback with the error; null where the
    /// body's lines don't allow it.
    /// </summary>
    public static EditList? Around(FixRequest request, BlockStatement body, string callback)
    {
        var (layout, style) = (request.Layout, request.Style);
        var first = body.Body.FirstOrDefault(statement => statement is not Directive);
        if (first is null || !layout.IsFirstOfLine(body.End - 1) || body.Body.Any(statement => statement is FunctionDeclaration))
        {
            return null;
        }

        var before = body.Body.LastOrDefault(statement => statement is Directive)?.End ?? body.Start + 1;
        var start = layout.NextLine(before);
        if (start > first.Start || layout.LineStart(first.Start) < start)
        {
            return null;
        }

        var indentation = layout.IndentationOf(first.Start);
        var error = style.ErrorName == callback ? "reason" : style.ErrorName;
        var edits = new EditList().Insert(start, $"{indentation}try {{{style.NewLine}");
        var texts = TemplateTexts(request, body);
        var end = layout.LineStart(body.End - 1);
        for (var line = start; line < end; line = layout.NextLine(line))
        {
            // An empty line stays empty, and the lines of a template are part of a value.
            if (layout.LineEnd(line) > line + layout.IndentationOf(line).Length && !texts.Any(text => text.Start < line && line <= text.End))
            {
                edits.Insert(line, style.Indent);
            }
        }

        return edits.Insert(
            end,
            $"{indentation}}} catch ({error}) {{{style.NewLine}{indentation}{style.Indent}{callback}({error}){style.Semicolon}{style.NewLine}{indentation}}}{style.NewLine}");
    }

    private static List<TemplateElement> TemplateTexts(FixRequest request, BlockStatement body) =>
        [.. body.DescendantsAndSelf().OfType<TemplateElement>().Where(text => request.Layout.HasLineBreak(text.Start, text.End))];
}
