namespace Ahoy.Analysis.Fixes;

/// <summary>Finds out what one level of indentation is: what lines most often are deeper than the line before.</summary>
internal static class IndentDetector
{
    private const string Default = "  ";
    private const int Widest = 8;

    public static string Detect(string text)
    {
        var steps = new int[Widest + 1];
        var tabs = 0;
        var before = 0;
        var start = 0;
        while (start < text.Length)
        {
            var end = start;
            while (end < text.Length && text[end] is ' ' or '\t')
            {
                end++;
            }

            var isEmpty = end >= text.Length || text[end] is '\r' or '\n';
            if (!isEmpty)
            {
                var depth = end - start;
                if (depth > before && text[start] == '\t')
                {
                    tabs++;
                }
                else if (depth > before && depth - before <= Widest)
                {
                    steps[depth - before]++;
                }

                before = depth;
            }

            var next = text.IndexOf('\n', start);
            start = next < 0 ? text.Length : next + 1;
        }

        // A step of one is the star of a documentation comment.
        var best = 0;
        for (var step = 2; step <= Widest; step++)
        {
            best = steps[step] > steps[best] || best == 0 && steps[step] > 0 ? step : best;
        }

        return tabs > (best == 0 ? 0 : steps[best]) ? "\t" : best == 0 ? Default : new string(' ', best);
    }
}
