using Ahoy.Model;

namespace Ahoy.Host.Gateway;

/// <summary>Reads the body of a POST, and refuses requests that are larger than the platform takes. Page: Function Request Flow.</summary>
internal static class BodyStep
{
    public static ValueTask<bool> AcceptAsync(GatewayRequest request)
    {
        var limit = PlatformLimits.RequestBytes - request.HeaderBytes;
        if (limit < 0)
        {
            return new(Refuse(request));
        }

        return HttpMethods.IsPost(request.Http.Request.Method) ? ReadAsync(request, limit) : new(true);
    }

    private static async ValueTask<bool> ReadAsync(GatewayRequest request, int limit) =>
        await request.Body.ReadAsync(request.Http.Request, limit).ConfigureAwait(false) || Refuse(request);

    private static bool Refuse(GatewayRequest request)
    {
        TextResponse.Write(request, StatusCodes.Status413PayloadTooLarge, "The request with its headers and cookies is larger than 1 MB.");
        return false;
    }
}
