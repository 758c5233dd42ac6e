namespace Ahoy.Host.Tests.Workers.Pool;

/// <summary>Makes a history that fails as short as it can be: leaves steps out, and makes numbers zero, for as long as it fails.</summary>
/// <remarks>CsCheck shrinks by drawing smaller histories until one fails too, which finds few where each step depends on those before it.</remarks>
internal static class HistoryReducer
{
    public static PoolHistory Reduce(PoolHistory history)
    {
        for (var size = Math.Max(1, history.Steps.Length / 2); ; size = Math.Max(1, size / 2))
        {
            var before = history;
            for (var from = history.Steps.Length - size; from >= 0; from -= size)
            {
                history = Keep(history, history with { Steps = [.. history.Steps[..from], .. history.Steps[(from + size)..]] });
                from = Math.Min(from, history.Steps.Length);
            }

            if (size == 1 && before.Steps.Length == history.Steps.Length)
            {
                return ReduceNumbers(history);
            }
        }
    }

    public static Exception? FailureOf(PoolHistory history)
    {
        try
        {
            PoolSimulation.Run(history);
            return null;
        }
        catch (Exception e)
        {
            return e;
        }
    }

    private static PoolHistory ReduceNumbers(PoolHistory history)
    {
        for (var i = 0; i < history.Steps.Length; i++)
        {
            history = Keep(history, With(history, i, history.Steps[i] with { A = 0 }));
            history = Keep(history, With(history, i, history.Steps[i] with { B = 0 }));
        }

        return history;
    }

    private static PoolHistory With(PoolHistory history, int index, HistoryStep step)
    {
        HistoryStep[] steps = [.. history.Steps];
        steps[index] = step;
        return history with { Steps = steps };
    }

    private static PoolHistory Keep(PoolHistory history, PoolHistory smaller) => FailureOf(smaller) is null ? history : smaller;
}
