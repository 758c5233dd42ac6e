namespace Ahoy.Testing;

/// <summary>A code of Verify's.</summary>
/// <param name="Sid">Its SID.</param>
/// <param name="ServiceSid">The SID of Verify's Service.</param>
/// <param name="To">Whom it was sent to.</param>
/// <param name="Channel"><c>sms</c>, <c>call</c>, <c>email</c> …</param>
/// <param name="Code">The code.</param>
/// <param name="Status"><c>pending</c>, <c>approved</c>, <c>canceled</c>, <c>max_attempts_reached</c>.</param>
public sealed record Verification(string Sid, string ServiceSid, string To, string Channel, string Code, string Status);
