namespace Ahoy.Host.Workers;

/// <summary>What a pool decided under its lock and does once it has let go of it.</summary>
internal struct PoolActions
{
    private Worker? _flush;
    private List<Worker>? _moreFlushes;
    private List<(Invocation Invocation, InvocationOutcome Outcome, string? Failure)>? _completions;
    private List<Worker>? _kills;
    private List<Worker>? _closes;

    /// <summary>Sends what was added to a worker's connection.</summary>
    public void Flush(Worker worker)
    {
        if (_flush is null)
        {
            _flush = worker;
        }
        else
        {
            (_moreFlushes ??= []).Add(worker);
        }
    }

    public void Complete(Invocation invocation, InvocationOutcome outcome, string? failure = null) =>
        (_completions ??= []).Add((invocation, outcome, failure));

    public void Kill(Worker worker) => (_kills ??= []).Add(worker);

    public void Close(Worker worker) => (_closes ??= []).Add(worker);

    public readonly void Run()
    {
        _flush?.Flush();
        if (_moreFlushes is not null)
        {
            foreach (var worker in _moreFlushes)
            {
                worker.Flush();
            }
        }

        if (_closes is not null)
        {
            foreach (var worker in _closes)
            {
                worker.Close();
            }
        }

        if (_kills is not null)
        {
            foreach (var worker in _kills)
            {
                // Finding the processes that a worker started takes a while.
                ThreadPool.UnsafeQueueUserWorkItem(static w => w.Kill(), worker, preferLocal: false);
            }
        }

        if (_completions is not null)
        {
            foreach (var (invocation, outcome, failure) in _completions)
            {
                invocation.Complete(outcome, failure);
            }
        }
    }
}
