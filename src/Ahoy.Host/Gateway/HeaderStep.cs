using Ahoy.Host.Logs;

namespace Ahoy.Host.Gateway;

/// <summary>Refuses requests whose headers and cookies are too many or too long.</summary>
internal static class HeaderStep
{
    public static bool Accept(GatewayRequest request)
    {
        var (count, bytes) = HeaderLimits.Measure(request.Http.Request.Headers);
        if (HeaderLimits.Exceeds(count, bytes))
        {
            request.ErrorCode = ErrorCodes.HeadersTooLong;
            TextResponse.Write(request, StatusCodes.Status431RequestHeaderFieldsTooLarge, HeaderLimits.RequestMessage);
            return false;
        }

        request.HeaderBytes = bytes + request.Target.Length;
        return true;
    }
}
