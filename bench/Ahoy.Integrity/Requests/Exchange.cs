using Ahoy.Integrity.Answers;

namespace Ahoy.Integrity.Requests;

/// <summary>A request, and what exactly it must get.</summary>
internal sealed record Exchange
{
    /// <summary>Its number in the run; an Asset's has one too, which nobody sees.</summary>
    public required int Id { get; init; }

    public required byte[] Head { get; init; }

    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Whether the body is sent in chunks, of random lengths.</summary>
    public bool IsChunked { get; init; }

    public required IExpectation Expected { get; init; }

    /// <summary>How many lines its invocation logs; 0 where none runs.</summary>
    public int Lines { get; init; }

    /// <summary>How many more it may log after its callback: those count only if they come.</summary>
    public int LinesAfter { get; init; }

    /// <summary>Whether a worker runs it, and so may be killed meanwhile.</summary>
    public bool RunsInWorker { get; init; }

    /// <summary>Whether the answer is one that a limit of the platform demands.</summary>
    public bool IsRefusal { get; init; }

    /// <summary>Whether the host closes the connection after the answer.</summary>
    public bool Closes { get; init; }
}
