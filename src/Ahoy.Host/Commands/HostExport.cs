using Ahoy.Host.Telemetry;

namespace Ahoy.Host.Commands;

/// <summary>Begins to send telemetry where OpenTelemetry's variables ask for it.</summary>
internal static class HostExport
{
    /// <param name="serviceName">The name of what is served, unless the variables have one.</param>
    /// <exception cref="StartException">A variable can't be understood.</exception>
    public static TelemetryExport? Start(string serviceName)
    {
        try
        {
            return TelemetryExport.Start(TelemetrySettings.OfProcess(), serviceName);
        }
        catch (FormatException e)
        {
            throw new StartException(e.Message);
        }
    }
}
