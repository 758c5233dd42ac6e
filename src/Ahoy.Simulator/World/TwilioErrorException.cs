namespace Ahoy.Simulator.World;

/// <summary>A request that the platform refuses, with its code.</summary>
internal sealed class TwilioErrorException : Exception
{
    /// <param name="code">Twilio's code.</param>
    /// <param name="message">What is wrong.</param>
    /// <param name="status">The status of HTTP that the REST API answers.</param>
    public TwilioErrorException(int code, string message, int status = 400)
        : base(message)
    {
        Code = code;
        Status = status;
    }

    /// <summary>Twilio's code.</summary>
    public int Code { get; }

    /// <summary>The status of HTTP that the REST API answers.</summary>
    public int Status { get; }
}
