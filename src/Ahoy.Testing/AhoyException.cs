namespace Ahoy.Testing;

/// <summary>
/// What a test asked for did not happen. The message says what was asked, what came instead, and what the Functions printed, with their stack, so that the log of CI
/// is enough to understand a red test.
/// </summary>
public sealed class AhoyException : Exception
{
    /// <summary>Creates one without a message.</summary>
    public AhoyException()
    {
    }

    /// <summary>Creates one.</summary>
    /// <param name="message">What was asked and what happened.</param>
    public AhoyException(string message)
        : base(message)
    {
    }

    /// <summary>Creates one with its cause.</summary>
    /// <param name="message">What was asked and what happened.</param>
    /// <param name="innerException">The cause.</param>
    public AhoyException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
