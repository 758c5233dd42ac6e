using System.Diagnostics;

namespace Ahoy.Integrity.Reports;

/// <summary>
/// Which workers were killed, and which requests say that their worker was. A kill excuses one request at most: one that was under way when the worker
/// was killed, or was given to it before the host had noticed.
/// </summary>
internal sealed class KillRecord
{
    private static readonly long s_noticed = 2 * Stopwatch.Frequency;

    private readonly Lock _lock = new();
    private readonly List<long> _kills = [];
    private readonly List<Victim> _victims = [];

    public int Kills
    {
        get
        {
            lock (_lock)
            {
                return _kills.Count;
            }
        }
    }

    public void AddKill()
    {
        lock (_lock)
        {
            _kills.Add(Stopwatch.GetTimestamp());
        }
    }

    /// <summary>A request was answered as one whose worker was killed is.</summary>
    public void AddVictim(int id, long sentAt, string what)
    {
        lock (_lock)
        {
            _victims.Add(new Victim(id, sentAt - s_noticed, Stopwatch.GetTimestamp(), what));
        }
    }

    /// <summary>Gives each kill the victim that it explains; what is left over was not killed by this run, and is named.</summary>
    public (int Explained, IReadOnlyList<string> Unexplained) Match()
    {
        lock (_lock)
        {
            var open = _victims.ToList();
            foreach (var kill in _kills.Order())
            {
                // Of those that it can explain the one that is over first: later kills explain it no more.
                var index = -1;
                for (var i = 0; i < open.Count; i++)
                {
                    if (open[i].From <= kill && kill <= open[i].To && (index < 0 || open[i].To < open[index].To))
                    {
                        index = i;
                    }
                }

                if (index >= 0)
                {
                    open.RemoveAt(index);
                }
            }

            return (_victims.Count - open.Count, [.. open.Select(v => v.What)]);
        }
    }

    private readonly record struct Victim(int Id, long From, long To, string What);
}
