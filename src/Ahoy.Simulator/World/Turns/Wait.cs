using System.Runtime.CompilerServices;

namespace Ahoy.Simulator.World.Turns;

/// <summary>One wait for one result. Who waits goes on when the world comes to it, never in the middle of what completes the wait.</summary>
internal sealed class Wait<T> : ICriticalNotifyCompletion
{
    private readonly TurnQueue _turns;
    private readonly Activity? _activity;
    private Action? _continuation;
    private T _result = default!;

    /// <param name="turns">Where the continuation is put.</param>
    /// <param name="activity">What goes on then.</param>
    public Wait(TurnQueue turns, Activity? activity)
    {
        _turns = turns;
        _activity = activity;
    }

    /// <summary>Whether the result is there.</summary>
    public bool IsCompleted { get; private set; }

    /// <summary>This, for <c>await</c>.</summary>
    public Wait<T> GetAwaiter() => this;

    /// <inheritdoc/>
    public void OnCompleted(Action continuation) => UnsafeOnCompleted(continuation);

    /// <inheritdoc/>
    public void UnsafeOnCompleted(Action continuation)
    {
        if (IsCompleted)
        {
            _turns.Enqueue(continuation, _activity);
        }
        else
        {
            _continuation = continuation;
        }
    }

    /// <summary>The result.</summary>
    public T GetResult() => _result;

    /// <summary>Gives the result; a second one is left out.</summary>
    /// <returns>Whether it was the first.</returns>
    public bool Complete(T result)
    {
        if (IsCompleted)
        {
            return false;
        }

        IsCompleted = true;
        _result = result;
        if (_continuation is { } continuation)
        {
            _continuation = null;
            _turns.Enqueue(continuation, _activity);
        }

        return true;
    }
}
