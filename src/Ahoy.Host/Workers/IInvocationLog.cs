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
}
