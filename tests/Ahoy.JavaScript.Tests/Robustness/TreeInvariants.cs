using Ahoy.JavaScript.Parsing;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.JavaScript.Tests.Robustness;

/// <summary>What holds for every text, however broken: asserted on the whole tree, the tokens, the comments and the errors.</summary>
internal static class TreeInvariants
{
    public static void Assert(ParseResult result)
    {
        AssertSpans(result);
        AssertTextIsCovered(result);
        foreach (var error in result.Errors)
        {
            Xunit.Assert.InRange(error.Start, 0, result.Text.Length);
            Xunit.Assert.InRange(error.End, error.Start, result.Text.Length);
            Xunit.Assert.False(string.IsNullOrWhiteSpace(error.Message));
        }
    }

    /// <summary>Each node lies in its parent, behind the sibling before it.</summary>
    private static void AssertSpans(ParseResult result)
    {
        Xunit.Assert.Equal((0, result.Text.Length), (result.Root.Start, result.Root.End));
        foreach (var node in result.Root.DescendantsAndSelf())
        {
            var at = node.Start;
            foreach (var child in node.Children)
            {
                if (child.Start < at || child.End < child.Start || child.End > node.End)
                {
                    Xunit.Assert.Fail(
                        $"{child.Type} {child.Start}-{child.End} does not fit behind {at} in {node.Type} {node.Start}-{node.End}:\n{result.Text}");
                }

                at = child.End;
            }
        }
    }

    /// <summary>
    /// Tokens, comments and white space, one behind the other, are the whole text; what was given up stands in error statements.
    /// </summary>
    private static void AssertTextIsCovered(ParseResult result)
    {
        var pieces = result.Tokens.Select(token => (token.Start, token.End))
            .Concat(result.Comments.Select(comment => (comment.Start, comment.End)))
            .OrderBy(piece => piece.Start);
        var at = 0;
        foreach (var (start, end) in pieces)
        {
            Xunit.Assert.True(start >= at && end > start, $"A token at {start}-{end} follows one that ends at {at}:\n{result.Text}");
            AssertWhiteSpace(result.Text, at, start);
            at = end;
        }

        var givenUp = result.Root.Body.Count > 0 && result.Root.Body[^1] is ErrorStatement last && last.End == result.Text.Length;
        if (!givenUp)
        {
            AssertWhiteSpace(result.Text, at, result.Text.Length);
        }
    }

    private static void AssertWhiteSpace(string text, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            Xunit.Assert.True(
                char.IsWhiteSpace(text[i]) || text[i] == '\uFEFF', $"The character at {i} is in no token and no comment:\n{text}");
        }
    }
}
