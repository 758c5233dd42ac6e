namespace Ahoy.Host.Commands;

/// <summary>How much a command writes beside its result; the names are the Serverless Toolkit's.</summary>
internal enum Verbosity
{
    /// <summary>Everything: of requests their parameters, too.</summary>
    Debug,

    /// <summary>A line for each request and each step.</summary>
    Info,

    /// <summary>Warnings and errors, and requests that failed.</summary>
    Warn,

    /// <summary>Errors, and requests that failed with 5xx.</summary>
    Error,

    /// <summary>Nothing.</summary>
    None,
}
