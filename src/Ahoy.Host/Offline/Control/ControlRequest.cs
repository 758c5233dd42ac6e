using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Ahoy.Api;
using Ahoy.Model;
using Ahoy.Simulator;
using Microsoft.AspNetCore.WebUtilities;

namespace Ahoy.Host.Offline.Control;

/// <summary>A request below <c>/_ahoy/</c> with what its path names.</summary>
/// <param name="http">The request.</param>
/// <param name="query">Its query, without the question mark.</param>
/// <param name="value">What stands in the path where the route has a place for it, decoded.</param>
internal sealed class ControlRequest(HttpContext http, string query, string value)
{
    private const int LongestBody = 1024 * 1024;

    public HttpContext Http => http;

    /// <summary>What stands in the path where the route has a place for it.</summary>
    public string Value => value;

    /// <summary>Ends when the client has gone.</summary>
    public CancellationToken Gone => http.RequestAborted;

    /// <summary>Ends the wait for rest: with <c>wait=false</c> at once, else when the client has gone. What was begun goes on.</summary>
    public CancellationToken Patience => IsImpatient ? new CancellationToken(canceled: true) : Gone;

    /// <summary>Whether the client wants an answer as soon as what it asks for is begun.</summary>
    public bool IsImpatient => Parameter("wait") == "false";

    /// <summary>The sequence number of <c>since=</c>; 0 where it is left out.</summary>
    public long Since
    {
        get
        {
            var text = Parameter("since");
            return text is null ? 0
                : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var since) ? since
                : throw new InvalidRequestException($"since={text}: it is the sequence number of an item, from which on you want those that come after it.");
        }
    }

    /// <summary>A parameter of the query.</summary>
    public string? Parameter(string name)
    {
        foreach (var pair in new QueryStringEnumerable(query))
        {
            if (pair.DecodeName().Span.SequenceEqual(name))
            {
                return pair.DecodeValue().ToString();
            }
        }

        return null;
    }

    /// <summary>The body, which is JSON.</summary>
    /// <exception cref="InvalidRequestException">It is none, or not of this form.</exception>
    public async Task<T> ReadAsync<T>(JsonTypeInfo<T> type)
    {
        try
        {
            return await BodyLimit.ReadAsync(http, LongestBody, "The body is larger than 1 MB.", async body => await JsonSerializer.DeserializeAsync(body, type, Gone).ConfigureAwait(false)).ConfigureAwait(false)
                ?? throw new InvalidRequestException("The body is missing: it is JSON.");
        }
        catch (JsonException e)
        {
            throw new InvalidRequestException($"The body is not what it has to be: {JsonReason.Of(e)}");
        }
    }

    /// <summary>Answers with JSON.</summary>
    public Task WriteAsync<T>(T answer, JsonTypeInfo<T> type, int status = StatusCodes.Status200OK) => WriteAsync(AnswerJson.Write(answer, type), status);

    /// <summary>Answers with JSON that is written already.</summary>
    public async Task WriteAsync(ReadOnlyMemory<byte> json, int status = StatusCodes.Status200OK)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        http.Response.ContentLength = json.Length;
        await http.Response.BodyWriter.WriteAsync(json, Gone).ConfigureAwait(false);
    }

    /// <summary>Answers that it is done.</summary>
    public Task WriteNothing()
    {
        http.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    /// <summary>Answers with an error.</summary>
    public Task WriteErrorAsync(int status, string message) => WriteAsync(new ControlError(status, message), ControlJson.Default.ControlError, status);
}
