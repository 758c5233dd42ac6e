using System.Diagnostics;

namespace Ahoy.Fuzzing.Engine;

/// <summary>Runs a target on input after input: what finds a new branch is kept, and changed in its turn.</summary>
public sealed class FuzzSession(IFuzzTarget target, int seed)
{
    private const int StackBytes = 1024 * 1024; // that of most threads: what reads deep input has to get by with it
    private const int ShrinkingRuns = 2000;

    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(20);

    private readonly Random _random = new(seed);
    private readonly List<byte[]> _corpus = [.. target.Seeds];
    private volatile byte[] _current = [];
    private long _started;

    /// <summary>Runs for a time, or for a number of inputs, which are the same ones for the same seed.</summary>
    /// <exception cref="FuzzFailedException">An input threw what it should not, or did not come to an end.</exception>
    public FuzzResult Run(TimeSpan time, long inputs = long.MaxValue)
    {
        FuzzResult? result = null;
        Exception? failure = null;
        _started = Stopwatch.GetTimestamp();
        var thread = new Thread(
            () =>
            {
                try
                {
                    result = RunAll(time, inputs);
                }
                catch (Exception e)
                {
                    failure = e;
                }
            },
            StackBytes) { IsBackground = true };
        thread.Start();
        while (!thread.Join(TimeSpan.FromMilliseconds(500)))
        {
            if (Stopwatch.GetElapsedTime(Volatile.Read(ref _started)) > s_longest)
            {
                throw new FuzzFailedException(target.Name, seed, _current, $"it has not come to an end in {s_longest.TotalSeconds} s.");
            }
        }

        return result ?? throw failure!;
    }

    private FuzzResult RunAll(TimeSpan time, long inputs)
    {
        using var coverage = new Coverage();
        var mutator = new InputMutator(_random);
        var watch = Stopwatch.StartNew();
        var first = _corpus.Count;
        long count = 0;
        foreach (var input in _corpus.ToList())
        {
            RunOne(input, coverage);
            count++;
        }

        for (; count < inputs && watch.Elapsed < time; count++)
        {
            var input = mutator.Mutate(Pick(), Pick());
            if (RunOne(input, coverage))
            {
                _corpus.Add(input);
            }
        }

        return new FuzzResult(count, _corpus.Count - first, coverage.Branches);
    }

    private byte[] Pick() => _corpus[_random.Next(_corpus.Count)];

    private bool RunOne(byte[] input, Coverage coverage)
    {
        _current = input;
        Volatile.Write(ref _started, Stopwatch.GetTimestamp());
        coverage.Clear();
        try
        {
            target.Run(input);
        }
        catch (Exception e)
        {
            throw new FuzzFailedException(target.Name, seed, Shrink(input, e.GetType()), e.ToString(), e);
        }

        return coverage.IsNew();
    }

    // Takes away what is not needed for the same exception, in ever smaller stretches.
    private byte[] Shrink(byte[] input, Type exception)
    {
        var runs = 0;
        for (var length = input.Length / 2; length > 0; length /= 2)
        {
            for (var at = 0; at + length <= input.Length && runs < ShrinkingRuns; runs++)
            {
                byte[] shorter = [.. input.AsSpan(0, at), .. input.AsSpan(at + length)];
                if (Throws(shorter, exception))
                {
                    input = shorter;
                }
                else
                {
                    at += length;
                }
            }
        }

        return input;
    }

    private bool Throws(byte[] input, Type exception)
    {
        Volatile.Write(ref _started, Stopwatch.GetTimestamp());
        try
        {
            target.Run(input);
            return false;
        }
        catch (Exception e)
        {
            return e.GetType() == exception;
        }
    }
}
