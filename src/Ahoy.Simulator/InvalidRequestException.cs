namespace Ahoy.Simulator;

/// <summary>A request below <c>/_ahoy/</c> that can't be carried out; its message says what is wrong.</summary>
internal sealed class InvalidRequestException : Exception
{
    /// <param name="message">What is wrong.</param>
    public InvalidRequestException(string message)
        : base(message)
    {
    }
}
