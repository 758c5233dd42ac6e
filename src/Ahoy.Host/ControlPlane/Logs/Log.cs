namespace Ahoy.Host.ControlPlane.Logs;

/// <summary>The messages of the control plane. None of them holds a secret.</summary>
internal static partial class Log
{
    [LoggerMessage(4001, LogLevel.Error, "{Method} {Path} failed.")]
    public static partial void Failed(ILogger logger, string method, string path, Exception exception);

    [LoggerMessage(4002, LogLevel.Warning, "Refused a request with wrong credentials for '{UserName}'.")]
    public static partial void WrongCredentials(ILogger logger, string userName);

    [LoggerMessage(4003, LogLevel.Warning, "Refused a request for the host name '{HostName}', which is none of this control plane's.")]
    public static partial void UnknownHostName(ILogger logger, string hostName);

    [LoggerMessage(4004, LogLevel.Warning, "Refused a request that a browser sent from '{Origin}'.")]
    public static partial void CrossOrigin(ILogger logger, string origin);

    [LoggerMessage(4005, LogLevel.Information, "Build {BuildSid} of {ServiceSid} is completed.")]
    public static partial void BuildCompleted(ILogger logger, string buildSid, string serviceSid);

    [LoggerMessage(4006, LogLevel.Warning, "Build {BuildSid} of {ServiceSid} failed: {Errors}")]
    public static partial void BuildFailed(ILogger logger, string buildSid, string serviceSid, string errors);

    [LoggerMessage(4007, LogLevel.Information, "{EnvironmentSid} of {ServiceSid} serves {BuildSid} at {DomainName}.")]
    public static partial void Deployed(ILogger logger, string environmentSid, string serviceSid, string buildSid, string domainName);

    [LoggerMessage(4008, LogLevel.Information, "Installing {Count} npm modules for Build {BuildSid}.")]
    public static partial void InstallingModules(ILogger logger, int count, string buildSid);

    [LoggerMessage(4009, LogLevel.Information, "Removed {Count} contents that no Version has.")]
    public static partial void Collected(ILogger logger, int count);

    [LoggerMessage(4010, LogLevel.Error, "The maintenance of the data folder failed.")]
    public static partial void MaintenanceFailed(ILogger logger, Exception exception);
}
