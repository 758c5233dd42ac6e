namespace Ahoy.Integrity.Http;

/// <summary>What came is no answer, or ends too early.</summary>
internal sealed class BrokenAnswerException(string message) : Exception(message);
