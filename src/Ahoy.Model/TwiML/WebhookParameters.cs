namespace Ahoy.Model;

/// <summary>The parameters that Twilio's webhooks send for messages and calls. Pages: the requests to your application of Messaging and Voice.</summary>
public static class WebhookParameters
{
    private static readonly HashSet<string> s_names = new(StringComparer.Ordinal)
    {
        // All of them.
        "AccountSid", "ApiVersion", "From", "FromCity", "FromState", "FromZip", "FromCountry", "To", "ToCity", "ToState", "ToZip", "ToCountry",

        // Messages.
        "Body", "MessageSid", "SmsSid", "SmsMessageSid", "SmsStatus", "MessageStatus", "MessagingServiceSid", "NumMedia", "NumSegments",
        "OptOutType", "ErrorCode", "ErrorMessage", "ProfileName", "WaId", "ButtonText", "ButtonPayload", "ReferralNumMedia", "Latitude", "Longitude",

        // Calls.
        "CallSid", "CallStatus", "Direction", "ForwardedFrom", "CallerName", "ParentCallSid", "CallToken", "StirVerstat", "Called", "CalledCity", "CalledState",
        "CalledZip", "CalledCountry", "Caller", "CallerCity", "CallerState", "CallerZip", "CallerCountry", "AnsweredBy", "CallDuration", "SipResponseCode",

        // What verbs report.
        "Digits", "FinishedOnKey", "SpeechResult", "Confidence", "UnstableSpeechResult", "StableSpeechResult",
        "RecordingSid", "RecordingUrl", "RecordingDuration", "RecordingStatus", "RecordingChannels", "RecordingSource", "RecordingStartTime",
        "TranscriptionSid", "TranscriptionText", "TranscriptionStatus", "TranscriptionUrl",
        "DialCallSid", "DialCallStatus", "DialCallDuration", "DialBridged", "QueueSid", "QueueResult", "QueueTime", "QueuePosition", "AvgQueueTime",
        "ConferenceSid", "StatusCallbackEvent", "FriendlyName", "SequenceNumber",
    };

    private static readonly Dictionary<string, string> s_byLowerCase = s_names.ToDictionary(name => name.ToLowerInvariant(), StringComparer.Ordinal);

    /// <summary>The names.</summary>
    public static IReadOnlyCollection<string> Names => s_names;

    /// <summary>Whether there is a parameter of a name, whose case of letters counts.</summary>
    public static bool Contains(string name) => s_names.Contains(name) || IsMedia(name);

    /// <summary>The parameter that a name in another case means; null where there is none, or the case is right.</summary>
    public static string? RightNameOf(string name)
    {
        if (Contains(name))
        {
            return null;
        }

        if (s_byLowerCase.TryGetValue(name.ToLowerInvariant(), out var right))
        {
            return right;
        }

        var media = Capitalize(name);
        return IsMedia(media) ? media : null;
    }

    /// <summary><c>MediaUrl0</c>, <c>MediaContentType0</c>.</summary>
    private static bool IsMedia(string name) => IsNumbered(name, "MediaUrl") || IsNumbered(name, "MediaContentType");

    private static bool IsNumbered(string name, string prefix) =>
        name.Length > prefix.Length && name.StartsWith(prefix, StringComparison.Ordinal) && name.Skip(prefix.Length).All(char.IsDigit);

    private static string Capitalize(string name) => name.StartsWith("mediaurl", StringComparison.OrdinalIgnoreCase)
        ? "MediaUrl" + name.Substring("mediaurl".Length)
        : name.StartsWith("mediacontenttype", StringComparison.OrdinalIgnoreCase) ? "MediaContentType" + name.Substring("mediacontenttype".Length) : name;
}
