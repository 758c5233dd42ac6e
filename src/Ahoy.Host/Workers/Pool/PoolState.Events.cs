namespace Ahoy.Host.Workers.Pool;

/// <content>What can happen to a pool.</content>
internal sealed partial class PoolState
{
    /// <summary>An invocation came.</summary>
    public void Submit(Invocation invocation, long now)
    {
        invocation.SubmittedAt = now;
        if (_isDisposed)
        {
            Actions.Add(PoolAction.Fail(invocation, InvocationOutcome.NoWorker, Stopping));
            return;
        }

        var canQueue = invocation.Function.IsFast && (_idle.Count == 0 || _workers.Count - _idle.Count >= _settings.BusyEnough);
        if (canQueue && FindQueue(now) is { } queue)
        {
            Send(queue, invocation, now);
        }
        else if (_idle.Count > 0)
        {
            var worker = _idle[^1];
            Send(worker, invocation, now);
            if (worker.Sent.Count > 0)
            {
                _idle.RemoveAt(_idle.Count - 1);
            }
        }
        else
        {
            _waiting.Add(invocation);
            if (_workers.Count == 0 && Starting == 0)
            {
                Start(1);
            }
        }

        SetPeriod(_settings.BusyPeriod);
    }

    /// <summary>The first worker is wanted before there is an invocation for it. True where it is to be started, and counts as being so.</summary>
    public bool Prepare()
    {
        if (_workers.Count + Starting > 0 || _isDisposed)
        {
            return false;
        }

        Starting++;
        return true;
    }

    /// <summary>Other code is live: what is sent to a worker from now on runs it. What runs already ends as it began.</summary>
    public void Switch(WorkerSetup setup)
    {
        if (_isDisposed)
        {
            return;
        }

        _setup = setup;
        foreach (var worker in _workers)
        {
            worker.IsRetired = true;
            if (worker.Sent.Count == 0)
            {
                Actions.Add(PoolAction.Close(worker));
            }
        }

        _idle.Clear();
        if (_workers.Count > 0 || _waiting.Count > 0)
        {
            Start(1);
        }
    }

    /// <summary>A worker has started and is the pool's.</summary>
    public void Started(PoolWorker worker, long now)
    {
        Starting--;
        worker.Setup = _setup;
        if (_isDisposed)
        {
            worker.IsRetired = true;
            Actions.Add(PoolAction.Kill(worker));
            return;
        }

        _workers.Add(worker);
        Actions.Add(PoolAction.Configure(worker));
        Actions.Add(PoolAction.Flush(worker));
        GiveWork(worker, now);
        Grow(now);
        SetPeriod(_waiting.Count > 0 || worker.Sent.Count > 0 ? _settings.BusyPeriod : IdlePeriodOrBusy);
    }

    /// <summary>A worker could not be started; <paramref name="message"/> says why.</summary>
    public void StartFailed(string message)
    {
        Starting--;
        if (_workers.Count + Starting == 0)
        {
            FailWaiting(message);
        }
    }

    /// <summary>A worker answered.</summary>
    /// <param name="worker">The worker.</param>
    /// <param name="id">The number of the invocation.</param>
    /// <param name="runTime">How long the Function ran.</param>
    /// <param name="now">The time.</param>
    /// <returns>The invocation, or null where the worker was not asked: then nothing has changed.</returns>
    public Invocation? Replied(PoolWorker worker, int id, TimeSpan runTime, long now)
    {
        if (worker.Sent.Count == 0 || worker.Sent[0].Id != id)
        {
            return null;
        }

        var invocation = worker.Sent[0];
        worker.Sent.RemoveAt(0);
        worker.HeadSince = now;
        worker.LastRun = new LastRun(id, invocation.Sid, invocation.Function) { Trace = invocation.Trace };
        invocation.Function.NoteRun(runTime.TotalMilliseconds);
        Actions.Add(PoolAction.KeepReplied(worker, invocation));
        if (worker.Sent.Count == 0)
        {
            GiveWork(worker, now);
        }

        return invocation;
    }

    /// <summary>A worker gave back an invocation that it has not begun.</summary>
    public void Returned(PoolWorker worker, int id, long now)
    {
        // One that is not there was taken back already.
        var index = worker.Sent.FindIndex(i => i.Id == id);
        if (index < 0)
        {
            return;
        }

        WaitAgain(worker.Sent[index]);
        worker.Sent.RemoveAt(index);
        if (index == 0)
        {
            worker.HeadSince = now;
        }

        if (worker.Sent.Count == 0)
        {
            GiveWork(worker, now);
        }

        GiveWorkToIdle(now);
    }

    /// <summary>A worker said the last that it says: what it has not answered by now it has not begun, and will not.</summary>
    public void Leaving(PoolWorker worker, long now)
    {
        Retire(worker);
        worker.Sent.ForEach(WaitAgain);
        worker.Sent.Clear();
        GiveWorkToIdle(now);
        Actions.Add(PoolAction.Close(worker));
    }

    /// <summary>A debugger was attached to a worker.</summary>
    public void DebuggerAttached(PoolWorker worker) => worker.IsDebugged = true;

    /// <summary>A worker's connection has ended.</summary>
    /// <param name="worker">The worker.</param>
    /// <param name="reason">What was wrong with the connection, or null where it just ended.</param>
    /// <param name="now">The time.</param>
    public void Closed(PoolWorker worker, string? reason, long now)
    {
        Retire(worker);
        worker.IsClosed = true;
        _workers.Remove(worker);
        var running = worker.Sent.Count > 0 ? worker.Sent[0] : null;
        for (var i = 1; i < worker.Sent.Count; i++)
        {
            WaitAgain(worker.Sent[i]);
        }

        worker.Sent.Clear();
        Actions.Add(PoolAction.End(worker, running, reason));
        GiveWorkToIdle(now);
        if (_waiting.Count > 0 && _workers.Count + Starting == 0)
        {
            Start(1);
        }
    }

    /// <summary>The pool is given up: what waits is answered, and all workers end.</summary>
    public void Dispose()
    {
        _isDisposed = true;
        _idle.Clear();
        FailWaiting(Stopping);
        foreach (var worker in _workers)
        {
            worker.IsRetired = true;
            Actions.Add(PoolAction.Close(worker));
        }
    }
}
