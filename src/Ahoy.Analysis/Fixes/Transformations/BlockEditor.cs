using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Fixes.Transformations;

/// <summary>Adds statements to blocks, as their author would have written them.</summary>
internal static class BlockEditor
{
    /// <summary>Adds a statement before all others of a block, behind its directives.</summary>
    /// <param name="request">The file.</param>
    /// <param name="block">The block.</param>
    /// <param name="statement">The statement, without a semicolon.</param>
    /// <param name="edits">Takes the edits.</param>
    public static void Prepend(FixRequest request, BlockStatement block, string statement, EditList edits)
    {
        var layout = request.Layout;
        if (FirstStatement(block) is not { } first)
        {
            Append(request, block, statement, edits);
            return;
        }

        var before = LastDirective(block) is { } directive ? directive.End : block.Start + 1;
        if (layout.LineStart(first.Start) <= before)
        {
            edits.Insert(before, $" {statement};");
            return;
        }

        // Comments above the first statement belong to it, so this comes before them.
        edits.Insert(layout.NextLine(before), layout.IndentationOf(first.Start) + statement + request.Style.Semicolon + request.Style.NewLine);
    }

    /// <summary>Adds a statement behind all others of a block.</summary>
    /// <inheritdoc cref="Prepend"/>
    public static void Append(FixRequest request, BlockStatement block, string statement, EditList edits)
    {
        var (layout, style) = (request.Layout, request.Style);
        var close = block.End - 1;
        if (block.Body.Count > 0)
        {
            InsertAfter(request, block.Body[block.Body.Count - 1], close, statement, edits);
        }
        else if (layout.HasLineBreak(block.Start, block.End) && layout.IsFirstOfLine(close))
        {
            var outer = layout.IndentationOf(close);
            edits.Insert(layout.LineStart(close), outer + style.Indent + statement + style.Semicolon + style.NewLine);
        }
        else
        {
            var outer = layout.IndentationOf(block.Start);
            edits.Insert(close, style.NewLine + outer + style.Indent + statement + style.Semicolon + style.NewLine + outer);
        }
    }

    /// <summary>Adds a statement behind another one.</summary>
    /// <param name="request">The file.</param>
    /// <param name="last">The other one.</param>
    /// <param name="limit">Where the list that it is in ends.</param>
    /// <param name="statement">The statement, without a semicolon.</param>
    /// <param name="edits">Takes the edits.</param>
    public static void InsertAfter(FixRequest request, Node last, int limit, string statement, EditList edits)
    {
        var (layout, style) = (request.Layout, request.Style);
        var lineEnd = layout.LineEnd(last.End);
        if (lineEnd <= limit)
        {
            // A comment behind the last statement stays behind it.
            edits.Insert(lineEnd, style.NewLine + layout.IndentationOf(last.Start) + statement + style.Semicolon);
            return;
        }

        var separator = request.Text[last.End - 1] is ';' or '}' ? " " : "; ";
        edits.Insert(last.End, separator + statement + style.Semicolon);
    }

    /// <summary>Adds a statement before another one.</summary>
    /// <param name="request">The file.</param>
    /// <param name="next">The other one.</param>
    /// <param name="statement">The statement, without a semicolon.</param>
    /// <param name="edits">Takes the edits.</param>
    public static void InsertBefore(FixRequest request, Node next, string statement, EditList edits)
    {
        var (layout, style) = (request.Layout, request.Style);
        if (layout.IsFirstOfLine(next.Start))
        {
            edits.Insert(layout.LineStart(next.Start), layout.IndentationOf(next.Start) + statement + style.Semicolon + style.NewLine);
        }
        else
        {
            edits.Insert(next.Start, statement + "; ");
        }
    }

    private static Statement? FirstStatement(BlockStatement block) =>
        block.Body.FirstOrDefault(statement => statement is not Directive);

    private static Statement? LastDirective(BlockStatement block) =>
        block.Body.LastOrDefault(statement => statement is Directive);
}
