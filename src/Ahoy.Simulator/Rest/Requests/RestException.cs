namespace Ahoy.Simulator.Rest.Requests;

/// <summary>A request that fails as it would at Twilio.</summary>
internal sealed class RestException(int status, int code, string message) : Exception(message)
{
    /// <summary>The HTTP status.</summary>
    public int Status { get; } = status;

    /// <summary>Twilio's code of the error.</summary>
    public int Code { get; } = code;
}
