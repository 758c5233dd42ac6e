namespace Ahoy.Host.Gateway;

/// <summary>Answers for paths that lead to nothing. A private resource is nothing here.</summary>
internal static class RouteStep
{
    public static bool Accept(GatewayRequest request)
    {
        if (request.Route is not null)
        {
            return true;
        }

        TextResponse.Write(request, StatusCodes.Status404NotFound, "There is no Function or Asset at this path.");
        return false;
    }
}
