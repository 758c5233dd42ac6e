using System.Diagnostics;
using System.Text.Json.Nodes;
using Ahoy.Simulator.Rest.Documents;
using Ahoy.Simulator.Rest.Requests;
using Ahoy.Simulator.Rest.Security;
using Ahoy.Simulator.Rest.Shapes;
using Ahoy.Simulator.Rest.Validation;
using Ahoy.Simulator.World;
using Ahoy.Simulator.World.Events;

namespace Ahoy.Simulator.Rest;

/// <summary>
/// Twilio's REST API: a request in, a response out. The documents say what there is and what a request has to look like; a resource that has
/// state answers it, or else the document itself. Each request is an event of the world.
/// </summary>
internal sealed class RestApi
{
    private readonly TwilioSimulator _simulator;
    private readonly ApiDocuments _documents;
    private readonly Credentials _credentials;
    private readonly RestRoutes _routes;
    private readonly IReadOnlyDictionary<string, RestForward> _forwards;

    internal RestApi(TwilioSimulator simulator, ApiDocuments documents, Credentials credentials, RestRoutes routes, IReadOnlyDictionary<string, RestForward> forwards)
    {
        (_simulator, _documents, _credentials, _routes, _forwards) = (simulator, documents, credentials, routes, forwards);
    }

    /// <summary>Whether a request is for Twilio at all: by its host, or by the first part of its path.</summary>
    public static bool IsFor(string host, string path)
    {
        return ProductAddress.TryParse(host, path, out _, out _);
    }

    /// <summary>Answers a request; what goes wrong is an answer too.</summary>
    public async ValueTask<RestResponse> AnswerAsync(RestRequest request, CancellationToken cancellation = default)
    {
        var started = Stopwatch.GetTimestamp();
        var exchange = new Exchange(request);
        var response = await FaultAsync(exchange, cancellation).ConfigureAwait(false) ?? await RespondAsync(exchange, cancellation).ConfigureAwait(false);
        var milliseconds = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        var world = _simulator.World;
        world.InTurn(() =>
        {
            world.Events.Keep(EventKind.Requests, sequence => new RestRecord(
                sequence, request.Method, exchange.Host, exchange.Path, RecordedParameters.Of(exchange.Parameters, world.Options.Mask), response.Status, milliseconds, exchange.IsStateful, request.By ?? "other"));
        });
        return response;
    }

    /// <summary>What was asked to fail: after its delay it fails, or goes on (null).</summary>
    private async ValueTask<RestResponse?> FaultAsync(Exchange exchange, CancellationToken cancellation)
    {
        if (_simulator.Faults.Take(exchange.Host, exchange.Request.Method, exchange.Path) is not { } fault)
        {
            return null;
        }

        if (fault.Delay > TimeSpan.Zero)
        {
            await Task.Delay(fault.Delay, _simulator.World.Options.Time, cancellation).ConfigureAwait(false);
        }

        return fault.GoesOn ? null
            : fault.Drop ? new RestResponse(0, null, [], default) { IsDropped = true }
            : ResponseWriter.WriteError(RestErrors.Fault(fault.Status!.Value, fault.Code));
    }

    private async ValueTask<RestResponse> RespondAsync(Exchange exchange, CancellationToken cancellation)
    {
        try
        {
            if (_forwards.TryGetValue(exchange.Host, out var forward))
            {
                CheckCredentials(exchange.Request);
                exchange.IsStateful = true;
                return await forward(exchange.Request with { Host = exchange.Host, Path = exchange.Path }, cancellation).ConfigureAwait(false);
            }

            var answer = await AnswerAsync(exchange, cancellation).ConfigureAwait(false);
            exchange.IsStateful = answer.Stateful;
            return ResponseWriter.Write(answer);
        }
        catch (RestException e)
        {
            return ResponseWriter.WriteError(e);
        }
        catch (TwilioErrorException e)
        {
            return ResponseWriter.WriteError(new RestException(e.Status, e.Code, e.Message));
        }
#pragma warning disable CA1031 // Whatever is wrong here is one request's problem, and its client gets an answer.
        catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
        {
            var world = _simulator.World;
            world.InTurn(() => world.Log("error", $"The simulator failed: {e}"));
            return ResponseWriter.WriteError(RestErrors.Fault(500, null));
        }
    }

    private async ValueTask<RestAnswer> AnswerAsync(Exchange exchange, CancellationToken cancellation)
    {
        var (request, host, path) = (exchange.Request, exchange.Host, exchange.Path);
        var extension = RestPaths.ExtensionOf(path);
        var isSound = extension is "wav" or "mp3" && host == "api.twilio.com";
        var route = _documents.Route(host, request.Method, isSound ? path[..^4] : path, out var values);
        var operation = route?.Find(request.Method);
        exchange.IsStateful = route is not null && IsStateful(route);
        if (operation is not { Anonymous: true } && !IsPublicFile(operation, extension))
        {
            CheckCredentials(request);
        }

        if (route is null || route.Operations.Length == 0)
        {
            throw RestErrors.NotFound(host, path);
        }

        if (operation is null)
        {
            throw RestErrors.MethodNotAllowed();
        }

        CheckAccount(route, values);
        var world = _simulator.World;
        var call = new RestCall
        {
            Request = request,
            Host = host,
            Path = path,
            Extension = extension,
            Operation = operation,
            PathValues = values,
            Parameters = exchange.Parameters,
            Json = operation.Body == BodyKind.Json ? ReadJson(request) : null,
            AccountSid = _credentials.AccountSid,
            Now = world.InTurn(() => world.Now),
            Cancellation = cancellation,
        };
        RequestValidator.Validate(call);
        return _routes.Find(host, route.Template, request.Method) is { } handler ? await handler(call).ConfigureAwait(false) : DocumentAnswer.Of(call);
    }

    private void CheckCredentials(RestRequest request)
    {
        if (!_credentials.Accept(request.Authorization))
        {
            throw RestErrors.Unauthorized();
        }
    }

    /// <summary>The sound of a recording and the files of messages are for anyone who has the URL, as they are at Twilio where nobody changed it.</summary>
    private static bool IsPublicFile(ApiOperation? operation, string extension)
    {
        return operation is { Method: "GET", Id: "FetchRecording" or "FetchMedia", Path.Document.Host: "api.twilio.com" } && extension != "json";
    }

    private bool IsStateful(ApiPath route)
    {
        return route.Operations.Any(operation => _routes.Find(route.Document.Host, route.Template, operation.Method) is not null);
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

        return JsonText.TryParse(request.Body.Span, out var node, out var problem) ? node as JsonObject : throw RestErrors.Invalid("body", $"it is not JSON: {problem}");
    }

    /// <summary>A request, and what is found out of it while it is answered.</summary>
    private sealed class Exchange
    {
        public Exchange(RestRequest request)
        {
            Request = request;
            (Host, Path) = ProductAddress.TryParse(request.Host, request.Path, out var host, out var path) ? (host, path) : (request.Host, request.Path);
            if (request.Body.Length > 0 && request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true)
            {
                Parameters.AddForm(request.Body.Span);
            }

            Parameters.Add(request.Query);
        }

        public RestRequest Request { get; }

        public string Host { get; }

        public string Path { get; }

        public RestParameters Parameters { get; } = new();

        public bool IsStateful { get; set; }
    }
}
