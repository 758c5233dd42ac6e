namespace Ahoy.Host.Logs;

/// <summary>The codes of the platform's error dictionary that the host gives.</summary>
internal static class ErrorCodes
{
    /// <summary>A Function answered with a status from 500 on, or failed to answer.</summary>
    public const int FunctionFailed = 82002;

    /// <summary>A Function's response is larger than 4 MB.</summary>
    public const int ResponseTooLarge = 82003;

    /// <summary>A Function wrote a warning.</summary>
    public const int Warning = 82004;

    /// <summary>A Function wrote an error.</summary>
    public const int Error = 82005;

    /// <summary>Headers and cookies of a request or response are too many or too long.</summary>
    public const int HeadersTooLong = 82008;
}
