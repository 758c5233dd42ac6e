using System.Globalization;

namespace Ahoy.Deploy.Http;

/// <summary>
/// How many requests are under way at once: half as many each time the platform says that it is too many, and slowly more again while
/// all goes well.
/// </summary>
internal sealed class AdaptiveConcurrency
{
    /// <summary>The most requests to the Serverless API at once, as in the Serverless Toolkit.</summary>
    public const string LimitVariable = "TWILIO_SERVERLESS_API_CONCURRENCY";

    private const int DefaultMaximum = 10;

    private readonly Lock _lock = new();
    private readonly LinkedList<TaskCompletionSource> _waiting = new();
    private readonly int _maximum;
    private double _limit;
    private int _running;

    public AdaptiveConcurrency(int maximum = DefaultMaximum)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maximum, 1);
        _maximum = maximum;
        _limit = maximum;
    }

    /// <summary>How many requests may be under way now.</summary>
    public int Limit
    {
        get
        {
            lock (_lock)
            {
                return (int)_limit;
            }
        }
    }

    public static AdaptiveConcurrency FromEnvironment(Func<string, string?> variable) =>
        int.TryParse(variable(LimitVariable), NumberStyles.None, CultureInfo.InvariantCulture, out var maximum) && maximum > 0
            ? new AdaptiveConcurrency(maximum)
            : new AdaptiveConcurrency();

    /// <summary>Waits for its turn. Each turn ends with one of the two methods below.</summary>
    public async Task EnterAsync(CancellationToken cancellationToken)
    {
        LinkedListNode<TaskCompletionSource> turn;
        lock (_lock)
        {
            if (_running < (int)_limit)
            {
                _running++;
                return;
            }

            turn = _waiting.AddLast(new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        await using var registration = cancellationToken.Register(() =>
        {
            lock (_lock)
            {
                if (turn.List is not null)
                {
                    _waiting.Remove(turn);
                    turn.Value.TrySetCanceled(cancellationToken);
                }
            }
        });
        await turn.Value.Task;
    }

    /// <summary>Ends a turn.</summary>
    /// <param name="throttled">Whether the platform said that there were too many requests.</param>
    public void Exit(bool throttled)
    {
        lock (_lock)
        {
            _running--;
            _limit = throttled ? Math.Max(1, _limit / 2) : Math.Min(_maximum, _limit + (1 / _limit));
            while (_running < (int)_limit && _waiting.First is { } next)
            {
                _waiting.RemoveFirst();
                _running++;
                next.Value.TrySetResult();
            }
        }
    }
}
