using System.Diagnostics;

namespace Ahoy.TestSupport;

/// <summary>Waits for what another thread or process is about to bring about.</summary>
public static class Eventually
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(5);

    /// <summary>Waits until a condition holds.</summary>
    /// <exception cref="TimeoutException">It does not.</exception>
    public static async Task HoldsAsync(Func<bool> condition, TimeSpan? patience = null)
    {
        var start = Stopwatch.GetTimestamp();
        while (!condition())
        {
            if (Stopwatch.GetElapsedTime(start) > (patience ?? s_patience))
            {
                throw new TimeoutException("What the test waits for did not happen.");
            }

            await Task.Delay(s_pause).ConfigureAwait(false);
        }
    }

    /// <summary>Waits until there is a value.</summary>
    /// <exception cref="TimeoutException">There is none.</exception>
    public static async Task<T> FindAsync<T>(Func<T?> find, TimeSpan? patience = null)
        where T : struct
    {
        T? found = null;
        await HoldsAsync(() => (found = find()) is not null, patience).ConfigureAwait(false);
        return found!.Value;
    }
}
