namespace Ahoy.Simulator.World;

/// <summary>What answers a call.</summary>
/// <param name="Document">The webhook; null where there is none.</param>
/// <param name="Fallback">What is asked where that fails.</param>
/// <param name="Callback">What is told of the end.</param>
internal sealed record VoiceAnswer(CallDocument? Document, (string Url, string Method)? Fallback, (string Url, string Method)? Callback)
{
    /// <summary>What answers calls to a number.</summary>
    public static VoiceAnswer Of(PhoneBook phones, PhoneNumber number) =>
        number.VoiceApplicationSid is { Length: > 0 } sid && phones.Applications.GetValueOrDefault(sid) is { } application
            ? Of(application)
            : new(
                number.VoiceUrl is { Length: > 0 } url ? new CallDocument(url, number.VoiceMethod) : null,
                Pair(number.VoiceFallbackUrl, number.VoiceFallbackMethod),
                Pair(number.StatusCallback, number.StatusCallbackMethod));

    /// <summary>What an application answers.</summary>
    public static VoiceAnswer Of(TwilioApplication application) => new(
        application.VoiceUrl is { Length: > 0 } url ? new CallDocument(url, application.VoiceMethod) : null,
        Pair(application.VoiceFallbackUrl, application.VoiceFallbackMethod),
        Pair(application.StatusCallback, application.StatusCallbackMethod));

    private static (string Url, string Method)? Pair(string? url, string method) => string.IsNullOrEmpty(url) ? null : (url, method);
}
