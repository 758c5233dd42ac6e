using System.Buffers.Binary;
using System.Diagnostics;
using System.Threading.Tasks.Sources;
using Ahoy.Host.Logs;

namespace Ahoy.Host.Workers;

/// <summary>
/// One call of a Function on its way through a worker: the request as a frame, then the reply. A connection uses one object for
/// all its requests, one after the other.
/// </summary>
internal sealed class Invocation : IValueTaskSource<InvocationOutcome>
{
    // Where the frame of the request holds what is known only when it is sent.
    private const int IdPosition = WorkerFrames.HeaderLength;
    private const int StartBeforePosition = IdPosition + 4;
    private const int FunctionPosition = StartBeforePosition + 8;

    private ManualResetValueTaskSourceCore<InvocationOutcome> _source;

    /// <summary>The request's frame, from its length on.</summary>
    public ByteBuffer Request { get; } = new();

    /// <summary>The content of the reply's frame after its number and time, once there is one.</summary>
    public ByteBuffer Reply { get; } = new();

    /// <summary>How long the Function ran, as its worker measured it.</summary>
    public TimeSpan RunTime { get; private set; }

    public FunctionTarget Function { get; private set; } = null!;

    /// <summary>Names the request in log lines.</summary>
    public RequestSid Sid { get; private set; } = null!;

    /// <summary>Its span; none where it has none.</summary>
    public ActivityContext Trace { get; set; }

    /// <summary>The number that the worker knows it by.</summary>
    public int Id { get; set; }

    /// <summary>When the gateway got it, in ticks of the clock.</summary>
    public long SubmittedAt { get; set; }

    /// <summary>Until when a worker may begin it, in ticks of the clock; 0 where it may at any time.</summary>
    public long StartBefore { get; set; }

    /// <summary>What to say about an outcome that has no reply.</summary>
    public string? Failure { get; private set; }

    public void Begin(FunctionTarget function, RequestSid sid)
    {
        Function = function;
        Sid = sid;
        Trace = default;
        Failure = null;
        RunTime = default;
        Request.Clear();
        Reply.Clear();
        _source.Reset();
    }

    /// <summary>Writes into the request's frame its number, the worker's index of the Function, and the time until which it may begin.</summary>
    /// <param name="functionIndex">The index.</param>
    /// <param name="startBefore">The time in milliseconds of the system's clock; 0 where it may begin at any time.</param>
    public void Address(int functionIndex, double startBefore)
    {
        Request.SetInt32(IdPosition, Id);
        Request.SetUInt16(FunctionPosition, functionIndex);
        Request.SetDouble(StartBeforePosition, startBefore);
    }

    /// <summary>How long the Function ran, by the content of a reply's frame.</summary>
    /// <exception cref="InvalidDataException">It is too short.</exception>
    public static TimeSpan ReadRunTime(ReadOnlySpan<byte> content) => content.Length >= sizeof(uint)
        ? TimeSpan.FromMicroseconds(BinaryPrimitives.ReadUInt32LittleEndian(content))
        : throw new InvalidDataException("it sent a reply that is too short");

    /// <summary>Takes over the content of a reply's frame: how long the Function ran, and what is the gateway's business.</summary>
    /// <exception cref="InvalidDataException">It is too short.</exception>
    public void TakeReply(ReadOnlySpan<byte> content)
    {
        RunTime = ReadRunTime(content);
        Reply.Write(content[sizeof(uint)..]);
    }

    public ValueTask<InvocationOutcome> Completion => new(this, _source.Version);

    public void Complete(InvocationOutcome outcome, string? failure = null)
    {
        Failure = failure;
        _source.SetResult(outcome);
    }

    InvocationOutcome IValueTaskSource<InvocationOutcome>.GetResult(short token) => _source.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource<InvocationOutcome>.GetStatus(short token) => _source.GetStatus(token);

    void IValueTaskSource<InvocationOutcome>.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _source.OnCompleted(continuation, state, token, flags);
}
