namespace Ahoy.Testing;

/// <summary>A request to Twilio's REST API.</summary>
/// <param name="Method">GET, POST …</param>
/// <param name="Host"><c>api.twilio.com</c>.</param>
/// <param name="Path">The path, without its query.</param>
/// <param name="Parameters">What was asked for, without secrets.</param>
/// <param name="Status">The status that was answered.</param>
/// <param name="Duration">How long it took.</param>
/// <param name="By">The path of the Function that asked; <c>other</c> where it was another program.</param>
/// <param name="IsStateful">Whether the answer is of something that is kept, and not made from the API's description alone.</param>
public sealed record RestRequest(
    string Method, string Host, string Path, IReadOnlyDictionary<string, string> Parameters, int Status, TimeSpan Duration, string By, bool IsStateful)
{
    /// <summary>The request on one line.</summary>
    public override string ToString() => FormattableString.Invariant($"{Method} https://{Host}{Path} by {By}: {Status}");
}
