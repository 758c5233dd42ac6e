namespace Ahoy.Host.Workers;

/// <summary>A worker that could not be started; the message says why.</summary>
internal sealed class WorkerStartException(string message, Exception? innerException = null)
    : Exception(message, innerException);
