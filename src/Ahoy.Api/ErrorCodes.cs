namespace Ahoy.Api;

/// <summary>The platform's error codes that the Serverless API answers with.</summary>
public static class ErrorCodes
{
    /// <summary>A parameter is missing, or its value is not allowed (400).</summary>
    public const int InvalidParameter = 20001;

    /// <summary>The credentials are missing or wrong (401).</summary>
    public const int Authenticate = 20003;

    /// <summary>The method is not allowed for the resource (405).</summary>
    public const int MethodNotAllowed = 20004;

    /// <summary>The request is refused (403).</summary>
    public const int Forbidden = 20403;

    /// <summary>There is no such resource (404).</summary>
    public const int NotFound = 20404;

    /// <summary>The name is taken, or the resource is in use (409).</summary>
    public const int Conflict = 20409;

    /// <summary>The body is too large (413).</summary>
    public const int TooLarge = 20413;

    /// <summary>Too many requests at once (429).</summary>
    public const int TooManyRequests = 20429;

    /// <summary>The server failed (500).</summary>
    public const int ServerError = 20500;
}
