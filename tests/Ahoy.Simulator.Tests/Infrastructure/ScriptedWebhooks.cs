using System.Text;
using Ahoy.Simulator.Webhooks;

namespace Ahoy.Simulator.Tests.Infrastructure;

/// <summary>Webhooks that answer what a test says, and remember what they were asked.</summary>
internal sealed class ScriptedWebhooks : IWebhookSender
{
    private readonly Dictionary<string, Func<WebhookRequest, WebhookResponse>> _byPath = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private readonly List<WebhookRequest> _requests = [];

    /// <summary>Whether answers come later, on another thread, as they do from a network.</summary>
    public bool AnswersLater { get; set; }

    public IReadOnlyList<WebhookRequest> Requests
    {
        get
        {
            lock (_gate)
            {
                // A name that stands there twice is a list to whoever reads it.
                Assert.All(_requests, request => Assert.Distinct(request.Form.Select(pair => pair.Key)));
                return [.. _requests];
            }
        }
    }

    public ScriptedWebhooks On(string path, string body, string contentType = "text/xml", int status = 200) =>
        On(path, _ => Answer(body, contentType, status));

    public ScriptedWebhooks OnTwiml(string path, string content) => On(path, $"<Response>{content}</Response>");

    public ScriptedWebhooks On(string path, Func<WebhookRequest, WebhookResponse> answer)
    {
        _byPath[path] = answer;
        return this;
    }

    public static WebhookResponse Answer(string body, string? contentType = "text/xml", int status = 200, params string[] cookies) => new()
    {
        Status = status,
        Body = Encoding.UTF8.GetBytes(body),
        Headers =
        [
            .. contentType is null ? [] : new[] { KeyValuePair.Create("Content-Type", contentType) },
            .. cookies.Select(c => KeyValuePair.Create("Set-Cookie", c)),
        ],
    };

    public async ValueTask<WebhookResponse> SendAsync(WebhookRequest request, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            _requests.Add(request);
        }

        if (AnswersLater)
        {
            await Task.Yield();
        }

        return _byPath.TryGetValue(new Uri(request.Url).AbsolutePath, out var answer) ? answer(request) : Answer("not found", "text/plain", 404);
    }

    /// <summary>What the requests to a path were told of a parameter.</summary>
    public IReadOnlyList<string?> Told(string path, string parameter) =>
        [.. Requests.Where(r => new Uri(r.Url).AbsolutePath == path).Select(r => r.Parameter(parameter))];
}

internal static class WebhookRequestExtensions
{
    public static string? Parameter(this WebhookRequest request, string name)
    {
        foreach (var (key, value) in request.Form)
        {
            if (key == name)
            {
                return value;
            }
        }

        var query = System.Web.HttpUtility.ParseQueryString(new Uri(request.Url).Query);
        return query[name];
    }

    public static string? Header(this WebhookRequest request, string name) =>
        request.Headers.Where(h => h.Key == name).Select(h => h.Value).FirstOrDefault();
}
