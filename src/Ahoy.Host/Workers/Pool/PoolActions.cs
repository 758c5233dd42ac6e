namespace Ahoy.Host.Workers.Pool;

/// <summary>The actions of one event that are performed once the lock is free. The usual one, a single flush, takes no memory of its own.</summary>
internal struct PoolActions
{
    private PoolAction _first;
    private bool _hasFirst;
    private List<PoolAction>? _more;
    private List<PoolAction>? _failures;

    public void Add(in PoolAction action)
    {
        if (action.Kind == PoolActionKind.Fail)
        {
            (_failures ??= []).Add(action);
        }
        else if (_hasFirst)
        {
            (_more ??= []).Add(action);
        }
        else
        {
            _first = action;
            _hasFirst = true;
        }
    }

    /// <summary>Has a pool perform them: first what keeps workers going, last the answers, for whoever gets one goes on at once.</summary>
    public readonly void PerformBy(WorkerPool pool)
    {
        if (_hasFirst)
        {
            pool.Perform(_first);
        }

        PerformAll(pool, _more);
        PerformAll(pool, _failures);
    }

    private static void PerformAll(WorkerPool pool, List<PoolAction>? actions)
    {
        if (actions is not null)
        {
            foreach (var action in actions)
            {
                pool.Perform(action);
            }
        }
    }
}
