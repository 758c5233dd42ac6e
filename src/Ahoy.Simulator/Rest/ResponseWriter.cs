using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Ahoy.Simulator.Rest.Requests;

namespace Ahoy.Simulator.Rest;

/// <summary>Writes answers and errors as the API sends them.</summary>
internal static class ResponseWriter
{
    private const string Json = "application/json";

    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static RestResponse Write(RestAnswer answer)
    {
        var headers = new List<KeyValuePair<string, string>>();
        if (answer.ETag is { } tag)
        {
            headers.Add(new("ETag", tag));
        }

        if (answer.Location is { } location)
        {
            headers.Add(new("Location", location));
        }

        if (answer.Json is null)
        {
            return new RestResponse(answer.Status, answer.ContentType, headers, answer.Content);
        }

        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer, s_options))
        {
            answer.Json.WriteTo(writer);
        }

        return new RestResponse(answer.Status, Json, headers, buffer.WrittenMemory);
    }

    internal static RestResponse WriteError(RestException error)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(buffer, s_options))
        {
            writer.WriteStartObject();
            writer.WriteNumber("code", error.Code);
            writer.WriteString("message", error.Message);
            writer.WriteString("more_info", $"https://www.twilio.com/docs/errors/{error.Code.ToString(CultureInfo.InvariantCulture)}");
            writer.WriteNumber("status", error.Status);
            writer.WriteEndObject();
        }

        KeyValuePair<string, string>[] headers = error.Status == 401 ? [new("WWW-Authenticate", "Basic realm=\"Twilio API\"")] : [];
        return new RestResponse(error.Status, Json, headers, buffer.WrittenMemory);
    }
}
