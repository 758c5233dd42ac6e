using System.Globalization;
using System.Text.Json;
using Ahoy.Host.Environments;
using Ahoy.Host.Logs;
using Ahoy.Host.Offline.Logs;
using Ahoy.Host.Offline.Services;
using Ahoy.Host.Offline.Webhooks;
using Ahoy.Model;
using Ahoy.Simulator.Rest;
using Ahoy.Simulator.Rest.Requests;

namespace Ahoy.Host.Offline;

/// <summary>Twilio's REST API over HTTP.</summary>
internal sealed class RestEndpoint(RestServices services, WebhookCauses causes, IOfflineServices functions, WorldLog log, TimeProvider time)
{
    public async Task AnswerAsync(HttpContext http, string rawPath, string query)
    {
        var request = await ReadAsync(http.Request, rawPath, query).ConfigureAwait(false);
        var answer = await services.Api.AnswerAsync(request, http.RequestAborted).ConfigureAwait(false);
        if (answer.IsDropped)
        {
            http.Abort();
            return;
        }

        if (answer.Status >= StatusCodes.Status400BadRequest && request.By is { } function)
        {
            Tell(http.Request, request, answer, function);
        }

        var response = http.Response;
        response.StatusCode = answer.Status;
        foreach (var (name, value) in answer.Headers)
        {
            response.Headers.Append(name, value);
        }

        if (answer.ContentType is not null)
        {
            response.ContentType = answer.ContentType;
        }

        if (answer.Status is not (StatusCodes.Status204NoContent or StatusCodes.Status304NotModified))
        {
            response.ContentLength = answer.Body.Length;
            if (!HttpMethods.IsHead(http.Request.Method))
            {
                await response.BodyWriter.WriteAsync(answer.Body, http.RequestAborted).ConfigureAwait(false);
            }
        }
    }

    private async Task<RestRequest> ReadAsync(HttpRequest request, string rawPath, string query)
    {
        var headers = request.Headers;
        return new RestRequest
        {
            Method = request.Method.ToUpperInvariant(),
            Host = request.Host.Value ?? "",
            Path = rawPath,
            Query = query,
            Authorization = headers.Authorization.FirstOrDefault(),
            ContentType = request.ContentType,
            IfMatch = headers.IfMatch.FirstOrDefault(),
            Body = await BodyOf(request).ConfigureAwait(false),
            Cause = headers[InternalHeaders.Cause].FirstOrDefault() is { } token ? causes.Find(token) : null,
            By = headers[InternalHeaders.Function].FirstOrDefault() is { } name && Find(Uri.UnescapeDataString(name)) is { } function ? function.Name : null,
        };
    }

    private static async Task<ReadOnlyMemory<byte>> BodyOf(HttpRequest request)
    {
        if (request.ContentLength is null or 0 && !request.Headers.ContainsKey("Transfer-Encoding"))
        {
            return default;
        }

        using var buffer = new MemoryStream();
        await request.Body.CopyToAsync(buffer, request.HttpContext.RequestAborted).ConfigureAwait(false);
        return buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
    }

    // An error of the API is the Function's to handle; the line that asked helps whoever reads the log.
    private void Tell(HttpRequest http, RestRequest request, RestResponse answer, string function)
    {
        if (Find(function) is not var (_, served, path))
        {
            return;
        }

        var place = http.Headers[InternalHeaders.Line].FirstOrDefault() is { Length: > 0 } line ? $" ({Uri.UnescapeDataString(line)})" : "";
        log.Write(new OutputEntry(
            time.GetUtcNow(),
            served,
            null,
            path,
            OutputLevel.Warn,
            0,
            string.Create(CultureInfo.InvariantCulture, $"{request.Method} https://{request.Host}{request.Path} answered {answer.Status}{Describe(answer)}{place}")));
    }

    // Any program of this machine can send the header: a name is believed where a Function has it.
    private (string Name, ServedEnvironment Served, string Path)? Find(string name) =>
        functions.EnvironmentOf(name) is { } served
        && functions.NameOf(served, "") is var prefix
        && name.StartsWith(prefix, StringComparison.Ordinal)
        && served.Build.Resources.Any(r => r.Kind == ResourceKind.Function && r.Path == name[prefix.Length..])
            ? (name, served, name[prefix.Length..])
            : null;

    private static string Describe(RestResponse answer)
    {
        try
        {
            using var json = JsonDocument.Parse(answer.Body);
            var root = json.RootElement;
            return root.ValueKind == JsonValueKind.Object && root.TryGetProperty("code", out var code) && root.TryGetProperty("message", out var message)
                ? $": {code}, {message}"
                : "";
        }
        catch (JsonException)
        {
            return "";
        }
    }
}
