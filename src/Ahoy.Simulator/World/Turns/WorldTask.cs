using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace Ahoy.Simulator.World.Turns;

/// <summary>
/// What an async method of the world gives: it goes on where the world goes on, in the world's turn, whatever context or scheduler the caller has. With
/// <see cref="System.Threading.Tasks.Task"/> a continuation may be moved to another thread, and the world's state would be touched by two at once.
/// </summary>
[AsyncMethodBuilder(typeof(WorldTaskMethodBuilder<>))]
internal sealed class WorldTask<T> : ICriticalNotifyCompletion
{
    private Action? _continuation;
    private ExceptionDispatchInfo? _error;
    private T _result = default!;

    /// <summary>Whether the method has ended.</summary>
    public bool IsCompleted { get; private set; }

    /// <summary>What the method threw.</summary>
    public Exception? Error => _error?.SourceException;

    /// <summary>This, for <c>await</c>.</summary>
    public WorldTask<T> GetAwaiter() => this;

    /// <inheritdoc/>
    public void OnCompleted(Action continuation) => UnsafeOnCompleted(continuation);

    /// <inheritdoc/>
    public void UnsafeOnCompleted(Action continuation)
    {
        if (IsCompleted)
        {
            continuation();
        }
        else
        {
            _continuation += continuation;
        }
    }

    /// <summary>The method's result.</summary>
    public T GetResult()
    {
        _error?.Throw();
        return _result;
    }

    internal void Complete(T result)
    {
        _result = result;
        End();
    }

    internal void Fail(Exception error)
    {
        _error = ExceptionDispatchInfo.Capture(error);
        End();
    }

    private void End()
    {
        IsCompleted = true;
        var continuation = _continuation;
        _continuation = null;
        continuation?.Invoke();
    }
}

/// <summary>Makes tasks of the world.</summary>
internal static class WorldTask
{
    /// <summary>A task that has ended.</summary>
    public static WorldTask<T> FromResult<T>(T result)
    {
        var task = new WorldTask<T>();
        task.Complete(result);
        return task;
    }
}
