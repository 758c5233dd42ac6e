using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace Ahoy.JavaScript;

/// <summary>
/// Keeps recursion over deep trees from overflowing the stack: callers ask every few levels whether there is room, and go on
/// on a stack of their own where there is not.
/// </summary>
internal static class StackGuard
{
    private const int NewStackBytes = 16 * 1024 * 1024;

    /// <summary>Whether some 100 KB of stack are left.</summary>
    public static bool HasRoom()
    {
        try
        {
            RuntimeHelpers.EnsureSufficientExecutionStack();
            return true;
        }
        catch (InsufficientExecutionStackException)
        {
            return false;
        }
    }

    /// <summary>Runs <paramref name="action"/> to its end on a new stack; what it throws is thrown here.</summary>
    public static void Run(Action action)
    {
        ExceptionDispatchInfo? failure = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    action();
                }
                catch (Exception exception)
                {
                    failure = ExceptionDispatchInfo.Capture(exception);
                }
            },
            NewStackBytes);
        thread.Start();
        thread.Join();
        failure?.Throw();
    }
}
