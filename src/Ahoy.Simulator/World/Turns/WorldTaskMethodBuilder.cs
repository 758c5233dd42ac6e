using System.Runtime.CompilerServices;

namespace Ahoy.Simulator.World.Turns;

/// <summary>What the compiler builds an async method that returns <see cref="WorldTask{T}"/> with. A class, so that copies of the state machine share it.</summary>
internal sealed class WorldTaskMethodBuilder<T>
{
    private Action? _moveNext;

    /// <summary>The method's task.</summary>
    public WorldTask<T> Task { get; } = new();

    /// <summary>Makes a builder.</summary>
#pragma warning disable CA1000 // The compiler asks for it here.
    public static WorldTaskMethodBuilder<T> Create() => new();
#pragma warning restore CA1000

    /// <summary>Starts the method.</summary>
    public void Start<TStateMachine>(ref TStateMachine stateMachine)
        where TStateMachine : IAsyncStateMachine => stateMachine.MoveNext();

    /// <summary>Not needed: the state machine is boxed here.</summary>
    public void SetStateMachine(IAsyncStateMachine stateMachine)
    {
    }

    /// <summary>Ends the method.</summary>
    public void SetResult(T result) => Task.Complete(result);

    /// <summary>Ends the method with what it threw.</summary>
    public void SetException(Exception exception) => Task.Fail(exception);

    /// <summary>Goes on when an awaiter is done.</summary>
    public void AwaitOnCompleted<TAwaiter, TStateMachine>(ref TAwaiter awaiter, ref TStateMachine stateMachine)
        where TAwaiter : INotifyCompletion
        where TStateMachine : IAsyncStateMachine => awaiter.OnCompleted(MoveNext(ref stateMachine));

    /// <summary>Goes on when an awaiter is done.</summary>
    public void AwaitUnsafeOnCompleted<TAwaiter, TStateMachine>(ref TAwaiter awaiter, ref TStateMachine stateMachine)
        where TAwaiter : ICriticalNotifyCompletion
        where TStateMachine : IAsyncStateMachine => awaiter.UnsafeOnCompleted(MoveNext(ref stateMachine));

    private Action MoveNext<TStateMachine>(ref TStateMachine stateMachine)
        where TStateMachine : IAsyncStateMachine
    {
        if (_moveNext is null)
        {
            IAsyncStateMachine box = stateMachine;
            _moveNext = box.MoveNext;
        }

        return _moveNext;
    }
}
