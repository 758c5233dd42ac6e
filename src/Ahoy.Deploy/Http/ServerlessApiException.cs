using System.Net;

namespace Ahoy.Deploy.Http;

/// <summary>A request that the Serverless API did not fulfil, with what it said.</summary>
public class ServerlessApiException : Exception
{
    /// <summary>Makes the exception.</summary>
    public ServerlessApiException(string request, HttpStatusCode? status, int? code, string message, string? requestSid = null, Exception? inner = null)
        : base(message, inner)
    {
        Request = request;
        Status = status;
        Code = code;
        RequestSid = requestSid;
    }

    /// <summary>Method and path, without query: <c>POST /v1/Services</c>.</summary>
    public string Request { get; }

    /// <summary>The HTTP status; null where there was no answer.</summary>
    public HttpStatusCode? Status { get; }

    /// <summary>The platform's error code, or null.</summary>
    public int? Code { get; }

    /// <summary>The request's SID (<c>RQ…</c>), which the platform's support asks for; or null.</summary>
    public string? RequestSid { get; }
}
