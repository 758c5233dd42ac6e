using Ahoy.Analysis.Engine;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Flow;

/// <summary>Where to point at a function as a whole: not at all of its body.</summary>
internal static class FunctionHead
{
    private const string Async = "async";

    /// <summary>The function up to its body: <c>async (context, event) =&gt;</c>.</summary>
    public static TextRange SpanOf(IFunction function, string text)
    {
        var end = function.Body.Start;
        while (end > function.Start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return TextRange.FromBounds(function.Start, end);
    }

    /// <summary>The keyword <c>async</c> of a function.</summary>
    public static TextRange AsyncKeywordOf(IFunction function, SourceFile source)
    {
        // A method's keyword stands before its name, outside of the function.
        var start = StartsWithAsync(function.Start, source.Text) || source.Nodes.ParentOf((Node)function) is not { } parent
            ? function.Start
            : parent.Start;
        var keyword = source.Text.IndexOf(Async, start, StringComparison.Ordinal);
        return keyword >= 0 && keyword < function.Body.Start ? new TextRange(keyword, Async.Length) : SpanOf(function, source.Text);
    }

    private static bool StartsWithAsync(int start, string text) => string.CompareOrdinal(text, start, Async, 0, Async.Length) == 0;
}
