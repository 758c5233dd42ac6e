
namespace Ahoy.Analysis.Fixes.Transformations;

/// <summary>Removes statements and comments without leaving holes.</summary>
internal static class Removal
{
    /// <summary>Removes a span, with its line if nothing else stands there, and with one of two empty lines around it.</summary>
    public static void Remove(FixRequest request, int start, int end, EditList edits)
    {
        var layout = request.Layout;
        var lineEnd = layout.LineEnd(end);
        var isLast = IsBlank(request.Text, end, lineEnd);
        if (!isLast)
        {
            // Of the blanks on both sides one is enough.
            while ((layout.IsFirstOfLine(start) || IsBlankAt(request.Text, start - 1)) && IsBlankAt(request.Text, end))
            {
                end++;
            }

            edits.Delete(start, end);
            return;
        }

        if (!layout.IsFirstOfLine(start))
        {
            while (IsBlankAt(request.Text, start - 1))
            {
                start--;
            }

            edits.Delete(start, end);
            return;
        }

        var first = layout.LineStart(start);
        var next = layout.NextLine(end);
        if (IsAfterEmptyLine(request, first) && next < request.Text.Length && IsBlank(request.Text, next, layout.LineEnd(next)))
        {
            next = layout.NextLine(next);
        }

        edits.Delete(first, next);
    }

    private static bool IsAfterEmptyLine(FixRequest request, int line)
    {
        if (line == 0)
        {
            return true;
        }

        var end = line - 1;
        if (end > 0 && request.Text[end] == '\n' && request.Text[end - 1] == '\r')
        {
            end--;
        }

        return IsBlank(request.Text, request.Layout.LineStart(end), end);
    }

    private static bool IsBlankAt(string text, int offset) => offset >= 0 && offset < text.Length && text[offset] is ' ' or '\t';

    private static bool IsBlank(string text, int start, int end) => string.IsNullOrWhiteSpace(text.Substring(start, end - start));
}
