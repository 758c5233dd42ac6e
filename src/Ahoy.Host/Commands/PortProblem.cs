using Microsoft.AspNetCore.Connections;

namespace Ahoy.Host.Commands;

/// <summary>Says in one line why a port can't be listened on.</summary>
internal static class PortProblem
{
    public static string Describe(int port, IOException problem)
    {
        if (problem.InnerException is not AddressInUseException)
        {
            return $"Port {port} can't be used: {problem.Message}";
        }

        var owner = PortOwner.Find(port) is { } process ? $" by {process}" : "";
        return $"Port {port} is in use{owner}: stop that, or choose another port with --port.";
    }
}
