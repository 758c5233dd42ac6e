namespace Ahoy.Analysis.TwiML.Paths;

/// <summary>What a response has so far. Paths that part have what was before in common, so that to add one more costs the same however many there are.</summary>
internal sealed class StepChain
{
    public static readonly StepChain Empty = new(null, default!, 0);

    private readonly StepChain? _before;
    private readonly TwiMLStep _last;
    private readonly int _count;

    private StepChain(StepChain? before, TwiMLStep last, int count)
    {
        _before = before;
        _last = last;
        _count = count;
    }

    public StepChain Add(TwiMLStep step) => new(this, step, _count + 1);

    /// <summary>All of it, in its order.</summary>
    public IReadOnlyList<TwiMLStep> ToList()
    {
        var steps = new TwiMLStep[_count];
        for (var chain = this; chain._before is not null; chain = chain._before)
        {
            steps[chain._count - 1] = chain._last;
        }

        return steps;
    }
}
