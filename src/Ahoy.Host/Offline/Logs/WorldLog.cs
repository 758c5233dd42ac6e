using System.Collections.Concurrent;
using Ahoy.Host.Logs;
using Ahoy.Host.Offline.Services;
using Ahoy.Simulator.World;
using Ahoy.Simulator.World.Events;

namespace Ahoy.Host.Offline.Logs;

/// <summary>
/// Takes what the host logs into the world's events as well. A line is only noted where it arises, which may be under locks of the host: the world,
/// whose turns call webhooks, gets it from a thread that holds none.
/// </summary>
internal sealed class WorldLog(ILogSink inner, LogMask mask, IOfflineServices services) : ILogSink
{
    private readonly ConcurrentQueue<OutputEntry> _noted = new();
    private TwilioWorld? _world;
    private int _isPlanned;

    /// <summary>The log that lines go to beside the world.</summary>
    public ILogSink Inner { get; } = new MaskedLog(inner, mask);

    /// <summary>What Functions said of their errors.</summary>
    public ErrorLines Errors { get; } = new();

    /// <summary>Whether the world is being told, in its turn, of a line that was written here: then it is not to be written again.</summary>
    public bool IsTelling { get; private set; }

    /// <summary>Tells it which world.</summary>
    public void Connect(TwilioWorld world) => _world = world;

    /// <inheritdoc/>
    public void Write(in OutputEntry entry)
    {
        var masked = mask.Apply(entry);
        inner.Write(masked);
        if (masked is { Level: OutputLevel.Error, FunctionPath: not null })
        {
            Errors.Note(masked);
        }

        _noted.Enqueue(masked);
        if (Interlocked.Exchange(ref _isPlanned, 1) == 0)
        {
            ThreadPool.UnsafeQueueUserWorkItem(static log => log.Tell(), this, preferLocal: false);
        }
    }

    /// <inheritdoc/>
    public void Write(in RequestEntry entry) => Inner.Write(entry);

    /// <summary>Tells the world what was noted. Not to be called under a lock of the host.</summary>
    public void Tell()
    {
        Volatile.Write(ref _isPlanned, 0);
        if (_noted.IsEmpty || _world is not { } world)
        {
            return;
        }

        world.InTurn(() =>
        {
            IsTelling = true;
            while (_noted.TryDequeue(out var entry))
            {
                Keep(world, entry);
            }

            IsTelling = false;
        });
    }

    private void Keep(TwilioWorld world, OutputEntry entry)
    {
        var function = entry.FunctionPath is { } path ? services.NameOf(entry.Served, path) : null;
        world.Events.Keep(EventKind.Logs, sequence => new LogLine(sequence, world.Now, LevelName(entry.Level), entry.Message, function, entry.RequestSid));
    }

    private static string LevelName(OutputLevel level) => level switch
    {
        OutputLevel.Error => "error",
        OutputLevel.Warn => "warn",
        _ => "info",
    };
}
