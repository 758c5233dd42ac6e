namespace Ahoy.Model;

/// <summary>Where in TwiML the addresses stand that Twilio asks. Pages: the verbs' and nouns' own.</summary>
public static class TwiMLAddresses
{
    private static readonly HashSet<string> s_attributes = new(StringComparer.Ordinal)
    {
        "action", "amdStatusCallback", "eventCallbackUrl", "partialResultCallback", "recordingStatusCallback", "referUrl",
        "statusCallback", "statusCallbackUrl", "transcribeCallback", "url", "waitUrl",
    };

    private static readonly HashSet<string> s_texts = new(StringComparer.Ordinal) { "Play", "Redirect", "Media" };

    // Their url is a socket's.
    private static readonly HashSet<string> s_sockets = new(StringComparer.Ordinal) { "Stream", "ConversationRelay" };

    /// <summary>Whether an attribute of an element is an address that Twilio asks by HTTP.</summary>
    public static bool IsAddress(string element, string attribute) =>
        s_attributes.Contains(attribute) && !(attribute == "url" && s_sockets.Contains(element));

    /// <summary>Whether the text of an element is an address.</summary>
    public static bool IsAddressText(string element) => s_texts.Contains(element);
}
