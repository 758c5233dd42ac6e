using Ahoy.Simulator.World.Clock;

namespace Ahoy.Simulator.World;

/// <summary>The clock, as tests move it.</summary>
internal sealed partial class TwilioWorld
{
    /// <summary>Changes how time passes.</summary>
    public void SetMode(ClockMode mode) => InTurn(() =>
    {
        _clock.SetMode(mode);
        _modeChanged = true;
        if (mode != ClockMode.Real)
        {
            _wake.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    });

    /// <summary>
    /// Moves the clock. What is due on the way happens at its time, and what it asks of webhooks is answered before the clock moves on, so that the same moves
    /// always give the same history.
    /// </summary>
    /// <param name="by">How far; not back.</param>
    /// <param name="cancellationToken">Ends it on the way.</param>
    public async Task AdvanceAsync(TimeSpan by, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        await _advancing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var left = by;
            while (true)
            {
                await WhenQuiet().WaitAsync(cancellationToken).ConfigureAwait(false);
                var done = InTurn(() =>
                {
                    if (_clock.UntilNext() is { } next && next <= left)
                    {
                        left -= next;
                        return !_clock.FireWithin(next);
                    }

                    _clock.Move(left);
                    return true;
                });
                if (done)
                {
                    break;
                }
            }

            await WhenQuiet().WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _advancing.Release();
        }
    }

    /// <summary>Ends when no webhook is on its way, and nothing is ready to go on.</summary>
    public Task WhenQuiet() => InTurn(() =>
    {
        var source = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _waitForQuiet.Add(source);
        return source.Task;
    });
}
