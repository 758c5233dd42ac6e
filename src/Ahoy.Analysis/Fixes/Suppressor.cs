using Ahoy.Analysis.Suppressions;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Fixes;

/// <summary>Suppresses a finding by a comment. Every rule has this.</summary>
internal sealed class Suppressor
{
    private const string NextLine = "ahoy-disable-next-line";

    /// <summary>The comment, if the place allows one.</summary>
    public IEnumerable<Fix> Offer(FixRequest request)
    {
        if (!request.Finding.Rule.ReportsUnnecessaryCode)
        {
            yield return new Fix($"Suppress {request.Id} with a comment", "Suppress" + request.Id, EditsFor(request).Edits)
            {
                IsCure = false,
            };
        }
    }

    private static EditList EditsFor(FixRequest request)
    {
        var layout = request.Layout;
        if (request.Finding.WholeFile)
        {
            return AtTop(request);
        }

        var line = layout.LineStart(request.Start);
        if (IsInsideText(request, line))
        {
            return AroundStatement(request);
        }

        return Extended(request, line)
            ?? new EditList().Insert(line, $"{layout.IndentationOf(line)}// {NextLine} {request.Id}{request.Style.NewLine}");
    }

    /// <summary>One comment speaks of one line only, so a second one must join the first.</summary>
    private static EditList? Extended(FixRequest request, int line)
    {
        foreach (var suppression in request.File.Source.Suppressions)
        {
            var isForTheLine = suppression.Kind == SuppressionKind.NextLine
                && suppression.Covers(line)
                && suppression.Id is not null;
            if (isForTheLine)
            {
                return new EditList().Insert(suppression.End, ", " + request.Id);
            }
        }

        return null;
    }

    /// <summary>What is missing in the whole file is suppressed at its top.</summary>
    private static EditList AtTop(FixRequest request)
    {
        var start = request.Text.StartsWith("#!", StringComparison.Ordinal) ? request.Layout.NextLine(0) : 0;
        return new EditList().Insert(start, $"/* ahoy-disable {request.Id} */{request.Style.NewLine}");
    }

    /// <summary>Where the line starts in a template or a comment, nothing can be written before it.</summary>
    private static bool IsInsideText(FixRequest request, int line)
    {
        foreach (var comment in request.File.Source.Comments)
        {
            if (comment.Start < line && line < comment.End)
            {
                return true;
            }
        }

        var node = NodeFinder.Innermost(request.File.Program, line, line);
        return node is TemplateElement or StringLiteral or Directive && node.Start < line;
    }

    private static EditList AroundStatement(FixRequest request)
    {
        var layout = request.Layout;
        var statement = (Node?)request.Nearest<Statement>() ?? request.File.Program;
        while (IsInsideText(request, layout.LineStart(statement.Start)) && request.Nodes.ParentOf(statement) is { } parent)
        {
            statement = parent;
        }

        var start = layout.LineStart(statement.Start);
        var end = layout.LineEnd(statement.End);
        var indentation = layout.IndentationOf(start);
        return new EditList()
            .Insert(start, $"{indentation}/* ahoy-disable {request.Id} */{request.Style.NewLine}")
            .Insert(end, $"{request.Style.NewLine}{indentation}/* ahoy-enable {request.Id} */");
    }
}
