using System.Globalization;
using System.Text;
using Ahoy.Simulator.Webhooks;
using Ahoy.Simulator.World;

namespace Ahoy.Simulator.TwiML;

/// <summary>What a webhook's answer means: a document, a text, a sound, or an error.</summary>
/// <param name="Document">The document.</param>
/// <param name="Text">The plain text.</param>
/// <param name="IsAudio">Whether it is a sound.</param>
/// <param name="Alert">The code of what is wrong; 0 where nothing is.</param>
/// <param name="Error">What is wrong.</param>
internal sealed record TwiMLAnswer(TwiMLElement? Document, string? Text, bool IsAudio, int Alert, string? Error)
{
    /// <summary>Reads an answer by its status, size and type of content.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="url">Where it is from.</param>
    /// <param name="takesAudio">Whether a sound means something, as it does to a call.</param>
    public static TwiMLAnswer Read(WebhookResponse response, string url, bool takesAudio)
    {
        if (!response.IsSuccess)
        {
            return Failed(AlertCodes.Of(response), AlertCodes.Describe(response, url));
        }

        if (response.Body.Length > WebhookResponse.MaximumBody)
        {
            var size = response.Body.Length.ToString(CultureInfo.InvariantCulture);
            return Failed(AlertCodes.BodyTooLarge, $"TwiML response body too large: {url} answered {size} bytes or more, and 65536 are the most.");
        }

        var type = response.Header("Content-Type");
        var mediaType = (type is null ? string.Empty : type.Split(';')[0]).Trim().ToLowerInvariant();
        switch (mediaType)
        {
            case "text/xml" or "application/xml" or "text/html":
                return TwiMLReader.Read(response.Body, out var error) is { } document
                    ? new TwiMLAnswer(document, null, false, 0, null)
                    : Failed(AlertCodes.ParseFailure, $"Document parse failure: {url}: {error}");
            case "text/plain":
                return new TwiMLAnswer(null, Encoding.UTF8.GetString(response.Body.Span).Trim(), false, 0, null);
            case var audio when takesAudio && audio.StartsWith("audio/", StringComparison.Ordinal):
                return new TwiMLAnswer(null, null, true, 0, null);
            case "" when response.Body.Length == 0 && !takesAudio:
                return new TwiMLAnswer(null, string.Empty, false, 0, null);
            default:
                return Failed(AlertCodes.InvalidContentType, $"Invalid Content-Type: {url} answered {(mediaType.Length == 0 ? "none" : mediaType)}.");
        }
    }

    private static TwiMLAnswer Failed(int code, string error) => new(null, null, false, code, error);
}
