using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ahoy.Simulator.Rest.Documents;
using Ahoy.Simulator.Rest.Requests;
using Ahoy.Simulator.Rest.Security;
using Ahoy.Simulator.Rest.Shapes;
using Ahoy.Simulator.Rest.Validation;

namespace Ahoy.Simulator.Rest;

/// <summary>
/// Twilio's REST API: a request in, a response out. The documents say what there is and what a request has to look like; a resource that has
/// state answers it, or else the document itself.
/// </summary>
internal sealed class RestApi
{
    private readonly RestSettings _settings;
    private readonly ApiDocuments _documents;
    private readonly Credentials _credentials;
    private readonly RestRoutes _routes;

    internal RestApi(RestSettings settings, ApiDocuments documents, Credentials credentials, RestRoutes routes)
    {
        (_settings, _documents, _credentials, _routes) = (settings, documents, credentials, routes);
    }

    /// <summary>Called with what is noted of each request, after its answer.</summary>
    public Action<RestRecord>? Answered { get; set; }

    /// <summary>Whether a request is for Twilio at all.</summary>
    public static bool IsFor(string host, string path)
    {
        return ProductAddress.TryParse(host, path, out _, out _);
    }

    /// <summary>Answers a request; what goes wrong is an answer too.</summary>
    public async ValueTask<RestResponse> AnswerAsync(RestRequest request, CancellationToken cancellation = default)
    {
        var started = Stopwatch.GetTimestamp();
        var parameters = new RestParameters();
        if (!ProductAddress.TryParse(request.Host, request.Path, out var host, out var path))
        {
            (host, path) = (request.Host, request.Path);
        }

        RestAnswer answer;
        RestResponse response;
        ApiPath? route = null;
        try
        {
            ReadParameters(request, parameters);
            route = _documents.Route(host, request.Method, path, out var values);
            answer = await AnswerAsync(request, host, path, route, values, parameters, cancellation).ConfigureAwait(false);
            response = ResponseWriter.Write(answer);
        }
        catch (RestException e)
        {
            answer = new RestAnswer(e.Status) { Stateful = IsStateful(route) };
            response = ResponseWriter.WriteError(e);
        }

        Answered?.Invoke(new RestRecord(request.Method, host, path, RecordedParameters.Of(parameters), response.Status, Stopwatch.GetElapsedTime(started).TotalMilliseconds, answer.Stateful, request.By ?? "other"));
        return response;
    }

    private static void ReadParameters(RestRequest request, RestParameters parameters)
    {
        if (request.Body.Length > 0 && request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true)
        {
            parameters.AddForm(request.Body.Span);
        }

        parameters.Add(request.Query);
    }

    private async ValueTask<RestAnswer> AnswerAsync(RestRequest request, string host, string path, ApiPath? route, Dictionary<string, string> values, RestParameters parameters, CancellationToken cancellation)
    {
        var operation = route?.Find(request.Method);
        if (operation is not { Anonymous: true } && !_credentials.Accept(request.Authorization))
        {
            throw RestErrors.Unauthorized();
        }

        if (route is null)
        {
            throw RestErrors.NotFound(host, path);
        }

        if (operation is null)
        {
            throw route.Operations.Length == 0 ? RestErrors.NotFound(host, path) : RestErrors.MethodNotAllowed();
        }

        CheckAccount(route, values);
        var call = new RestCall
        {
            Request = request,
            Host = host,
            Path = path,
            Operation = operation,
            PathValues = values,
            Parameters = parameters,
            Json = operation.Body == BodyKind.Json ? ReadJson(request) : null,
            AccountSid = _credentials.AccountSid,
            Now = _settings.Clock.GetUtcNow(),
            Cancellation = cancellation,
        };
        RequestValidator.Validate(call);
        return _routes.Find(host, route.Template, request.Method) is { } handler ? await handler(call).ConfigureAwait(false) : DocumentAnswer.Of(call);
    }

    private bool IsStateful(ApiPath? route)
    {
        return route is not null && route.Operations.Any(operation => _routes.Find(route.Document.Host, route.Template, operation.Method) is not null);
    }

    /// <summary>The account of the path is the one that asks.</summary>
    private void CheckAccount(ApiPath route, Dictionary<string, string> values)
    {
        const string accounts = "/2010-04-01/Accounts/{";
        if (route.Template.StartsWith(accounts, StringComparison.Ordinal) && values.First().Value is var sid && Sids.Is(sid) && sid != _credentials.AccountSid)
        {
            throw RestErrors.Unauthorized();
        }
    }

    private static JsonObject? ReadJson(RestRequest request)
    {
        if (request.Body.Length == 0)
        {
            return null;
        }

        try
        {
            return JsonNode.Parse(request.Body.Span) as JsonObject;
        }
        catch (JsonException e)
        {
            throw RestErrors.Invalid("body", $"it is not JSON: {e.Message}");
        }
    }
}
