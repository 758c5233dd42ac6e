namespace Ahoy.Host.Gateway;

/// <summary>
/// Answers OPTIONS, which no Function ever sees, and refuses the verbs that the platform does not know. Pages: Function Request
/// Flow; Limitations; Functions and Assets FAQ.
/// </summary>
internal static class VerbStep
{
    private const string FunctionVerbs = "GET, POST, OPTIONS";
    private const string AssetVerbs = "GET, HEAD, OPTIONS";

    public static bool Accept(GatewayRequest request)
    {
        var method = request.Http.Request.Method;
        var isFunction = request.Route!.Function is not null;
        if (HttpMethods.IsGet(method) || (isFunction ? HttpMethods.IsPost(method) : HttpMethods.IsHead(method)))
        {
            return true;
        }

        var response = request.Http.Response;
        if (HttpMethods.IsOptions(method))
        {
            response.StatusCode = StatusCodes.Status200OK;
            response.Headers.AccessControlAllowOrigin = "*";
            response.Headers.AccessControlAllowHeaders = "*";
            response.Headers.AccessControlAllowMethods = FunctionVerbs;
            response.ContentLength = 0;
            return false;
        }

        var verbs = isFunction ? FunctionVerbs : AssetVerbs;
        response.Headers.Allow = verbs;
        TextResponse.Write(request, StatusCodes.Status405MethodNotAllowed, $"{(isFunction ? "A Function" : "An Asset")} answers {verbs}, and not {method}.");
        return false;
    }
}
