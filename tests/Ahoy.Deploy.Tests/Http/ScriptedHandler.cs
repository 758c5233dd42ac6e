using System.Net;
using System.Text;

namespace Ahoy.Deploy.Tests.Http;

/// <summary>Answers one after the other; a null breaks the connection, and an exception is thrown.</summary>
internal sealed class ScriptedHandler(params object?[] answers) : HttpMessageHandler
{
    private int _next;

    public List<string> Requests { get; } = [];

    public static HttpResponseMessage Json(HttpStatusCode status, string body, TimeSpan? retryAfter = null)
    {
        var answer = new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (retryAfter is { } wait)
        {
            answer.Headers.RetryAfter = new(wait);
        }

        return answer;
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests.Add($"{request.Method} {request.RequestUri!.PathAndQuery}");
        return answers[_next++] switch
        {
            HttpResponseMessage answer => Task.FromResult(answer),
            Exception failure => Task.FromException<HttpResponseMessage>(failure),
            _ => Task.FromException<HttpResponseMessage>(new HttpRequestException("Connection reset by peer.")),
        };
    }
}
