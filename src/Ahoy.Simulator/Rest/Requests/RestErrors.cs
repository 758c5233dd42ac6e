namespace Ahoy.Simulator.Rest.Requests;

/// <summary>The errors that more than one resource has.</summary>
internal static class RestErrors
{
    /// <summary>There is nothing at this address.</summary>
    public static RestException NotFound(string host, string path)
    {
        // Products with versions leave theirs out of the message; the oldest one says the whole path.
        var shown = host != "api.twilio.com" && path.IndexOf('/', 1) is > 0 and var end && path[1] == 'v' ? path[end..] : path;
        return new RestException(404, 20404, $"The requested resource {shown} was not found");
    }

    /// <summary>No credentials, or wrong ones.</summary>
    public static RestException Unauthorized()
    {
        return new RestException(401, 20003, "Authenticate");
    }

    /// <summary>The path is known, the method is not.</summary>
    public static RestException MethodNotAllowed()
    {
        return new RestException(405, 20004, "Method not allowed");
    }

    /// <summary>A parameter has to be there.</summary>
    public static RestException Missing(string parameter, bool inQuery = false)
    {
        return new RestException(400, 20001, $"Missing required parameter {parameter} in the {(inQuery ? "query" : "post body")}");
    }

    /// <summary>A parameter has a value that it can't have.</summary>
    public static RestException Invalid(string parameter, string problem)
    {
        return new RestException(400, 20001, $"Invalid parameter {parameter}: {problem}");
    }

    /// <summary>What was asked to fail, with the code that goes with its status where none was asked for.</summary>
    public static RestException Fault(int status, int? code)
    {
        var usual = status switch { 401 => 20003, 404 => 20404, 409 => 20409, 412 => 20412, 429 => 20429, 503 => 20503, >= 500 => 20500, _ => 20001 };
        return new RestException(status, code ?? usual, status switch
        {
            429 => "Too Many Requests",
            503 => "Service unavailable",
            >= 500 => "An internal server error has occurred",
            _ => "The request fails because a fault asks for it",
        });
    }

    /// <summary>What `If-Match` names is no longer the state.</summary>
    public static RestException Precondition(int code = 20412, string message = "The resource does not meet one of preconditions defined by the request")
    {
        return new RestException(412, code, message);
    }
}
