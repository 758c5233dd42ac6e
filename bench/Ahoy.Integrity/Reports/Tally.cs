namespace Ahoy.Integrity.Reports;

/// <summary>Counts what was right and what was not, and keeps the first things that were wrong, some of each kind.</summary>
internal sealed class Tally
{
    private const int KeptOfAKind = 4;
    private const int KindLength = 32;

    private readonly Lock _lock = new();
    private readonly List<string> _problems = [];
    private readonly Dictionary<string, int> _kinds = new(StringComparer.Ordinal);
    private long _right;
    private long _refused;
    private long _left;
    private long _unjudged;
    private long _wrong;

    /// <summary>Answers that were what they had to be.</summary>
    public long Right => Interlocked.Read(ref _right);

    /// <summary>Answers that were not, and whatever else went wrong.</summary>
    public long Wrong => Interlocked.Read(ref _wrong);

    /// <summary>Requests that a limit of the platform refused, with exactly the answer that it demands.</summary>
    public long Refused => Interlocked.Read(ref _refused);

    /// <summary>Requests whose client went away on purpose.</summary>
    public long Left => Interlocked.Read(ref _left);

    /// <summary>Answers of a file that was empty for so long that the host could take it for one that is meant to be.</summary>
    public long Unjudged => Interlocked.Read(ref _unjudged);

    /// <summary>The first things that were wrong.</summary>
    public IReadOnlyList<string> Problems
    {
        get
        {
            lock (_lock)
            {
                return [.. _problems];
            }
        }
    }

    public void AddRight() => Interlocked.Increment(ref _right);

    public void AddRefused() => Interlocked.Increment(ref _refused);

    public void AddUnjudged() => Interlocked.Increment(ref _unjudged);

    public void AddLeft() => Interlocked.Increment(ref _left);

    /// <summary>Counts something as wrong.</summary>
    /// <param name="what">What was asked, or done.</param>
    /// <param name="problem">What is wrong; it begins as others of its kind do.</param>
    public void Fail(string what, string problem)
    {
        Interlocked.Increment(ref _wrong);
        var kind = problem.Length > KindLength ? problem[..KindLength] : problem;
        lock (_lock)
        {
            var count = _kinds[kind] = _kinds.GetValueOrDefault(kind) + 1;
            if (count <= KeptOfAKind)
            {
                _problems.Add($"{what}: {problem}");
            }
        }
    }
}
