namespace Ahoy.Testing;

/// <summary>Twilio's words for statuses.</summary>
internal static class Statuses
{
    /// <summary>Of a message: <c>delivered</c>.</summary>
    public static MessageStatus Message(string word) => Enum.TryParse<MessageStatus>(word, ignoreCase: true, out var status)
        ? status
        : throw new AhoyException($"The host tells of a message that is '{word}', which this version of Ahoy.Testing does not know.");

    /// <summary>Of a call: <c>in-progress</c>.</summary>
    public static CallStatus Call(string word) => Enum.TryParse<CallStatus>(word.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var status)
        ? status
        : throw new AhoyException($"The host tells of a call that is '{word}', which this version of Ahoy.Testing does not know.");
}
