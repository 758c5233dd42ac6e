using System.Text;

namespace Ahoy.Host.Gateway;

/// <summary>Makes the responses that the gateway gives itself: a status and a text.</summary>
internal static class TextResponse
{
    public const string ContentType = "text/plain; charset=utf-8";

    /// <summary>Answers with a status and a text.</summary>
    public static void Write(GatewayRequest request, int status, string text)
    {
        var response = request.Http.Response;
        request.Content = Encoding.UTF8.GetBytes(text);
        response.StatusCode = status;
        response.ContentType = ContentType;
        response.ContentLength = request.Content.Length;
    }
}
