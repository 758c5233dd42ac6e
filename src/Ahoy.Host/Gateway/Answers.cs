using System.Text;

namespace Ahoy.Host.Gateway;

/// <summary>Makes the answers that the gateway gives itself.</summary>
internal static class Answers
{
    public const string PlainText = "text/plain; charset=utf-8";

    /// <summary>Answers with a status and a text.</summary>
    public static void Text(GatewayRequest request, int status, string text)
    {
        var response = request.Http.Response;
        request.Content = Encoding.UTF8.GetBytes(text);
        response.StatusCode = status;
        response.ContentType = PlainText;
        response.ContentLength = request.Content.Length;
    }
}
