namespace Ahoy.Cli.Output;

/// <summary>What the exit codes of the commands that speak to a host or to Twilio mean.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Success = 0;

    /// <summary>What was asked for was refused, or failed.</summary>
    public const int Failed = 1;

    /// <summary>The command line is wrong; or, of <c>ahoy check</c>, something could not be checked.</summary>
    public const int Usage = 2;

    /// <summary>There are no credentials, or wrong ones.</summary>
    public const int Credentials = 3;

    /// <summary>What was named is not there.</summary>
    public const int NotFound = 4;

    /// <summary>Nobody answers, or not in time.</summary>
    public const int Unreachable = 5;

    /// <summary>The user did not agree.</summary>
    public const int Declined = 6;

    /// <summary>The user interrupted it.</summary>
    public const int Interrupted = 130;
}
