using Ahoy.Host.Environments;
using Ahoy.Host.Logs;

namespace Ahoy.Host.Workers;

/// <summary>Takes what Functions print.</summary>
internal interface IInvocationLog
{
    /// <summary>A Function wrote to the console.</summary>
    /// <param name="served">Its served Environment.</param>
    /// <param name="run">The invocation, or null where the worker has not run any.</param>
    /// <param name="level">The level.</param>
    /// <param name="message">The text.</param>
    void Write(ServedEnvironment served, LastRun? run, OutputLevel level, string message);

    /// <summary>A Function made a request to somebody else.</summary>
    /// <param name="served">Its served Environment.</param>
    /// <param name="run">The invocation.</param>
    /// <param name="request">The request, as JSON of the worker's.</param>
    void WriteOutbound(ServedEnvironment served, LastRun run, ReadOnlySpan<byte> request)
    {
        // Who only wants what is printed leaves this out.
    }
}
