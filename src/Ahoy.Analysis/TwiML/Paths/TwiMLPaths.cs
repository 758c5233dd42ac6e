using Ahoy.Analysis.Engine;
using Ahoy.Analysis.Platform;
using Ahoy.Analysis.TwiML.Reading;

namespace Ahoy.Analysis.TwiML.Paths;

/// <summary>What each path through a file's handler makes of TwiML; of an XML file, the one thing that it is.</summary>
internal sealed class TwiMLPaths
{
    private TwiMLPaths(IReadOnlyList<TwiMLPath>? all) => All = all ?? [];

    /// <summary>The paths; none where the file has no handler, or does more with responses than can be followed.</summary>
    public IReadOnlyList<TwiMLPath> All { get; }

    public static TwiMLPaths Of(SourceFile file) => file.Get(static source => new TwiMLPaths(Find(source)));

    private static IReadOnlyList<TwiMLPath>? Find(SourceFile file)
    {
        var facts = TwiMLFacts.Of(file);
        if (file.IsMarkup)
        {
            return [.. facts.Texts.Select(text => new TwiMLPath([StepsOf(text.Root!)]))];
        }

        if (facts.IsEmpty || file.Errors.Count > 0 || file.Handlers.Known.Count == 0)
        {
            return null;
        }

        var walker = new PathWalker(file, facts);
        foreach (var handler in file.Handlers.Known)
        {
            walker.Run(handler.Function);
        }

        return walker.IsGivenUp ? null : walker.Ends;
    }

    /// <summary>What a text has, in its order.</summary>
    public static IReadOnlyList<TwiMLStep> StepsOf(TwiMLElement root)
    {
        var steps = new List<TwiMLStep>();
        for (var i = 0; i <= root.Children.Count; i++)
        {
            if (root.UnknownChildren.Contains(i))
            {
                steps.Add(new TwiMLStep(null, 0));
            }

            if (i < root.Children.Count)
            {
                steps.Add(new TwiMLStep(root.Children[i], root.Children[i].Start));
            }
        }

        return steps;
    }
}
