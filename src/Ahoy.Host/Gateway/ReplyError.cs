namespace Ahoy.Host.Gateway;

/// <summary>What a Function's response is answered with where it breaks a rule of the platform.</summary>
/// <param name="Status">The status.</param>
/// <param name="Code">The code of the platform's error dictionary, or 0.</param>
/// <param name="Message">The body, and the line in the log.</param>
internal sealed record ReplyError(int Status, int Code, string Message);
