using Microsoft.AspNetCore.Connections;

namespace Ahoy.Host.Commands;

/// <summary>Says in one line why a port can't be listened on.</summary>
internal static class PortProblem
{
    /// <param name="problem">What happened.</param>
    /// <param name="port">The port that serves.</param>
    /// <param name="adminPort">The port of the admin address, or null.</param>
    public static string Describe(IOException problem, int port, int? adminPort)
    {
        // Kestrel names the address, and nothing else of it.
        return adminPort is { } admin && problem.Message.Contains($":{admin}", StringComparison.Ordinal)
            ? Describe(problem, admin, "--admin-port")
            : Describe(problem, port, "--port");
    }

    private static string Describe(IOException problem, int port, string option)
    {
        if (problem.InnerException is not AddressInUseException)
        {
            return $"Port {port} can't be used: {problem.Message}";
        }

        var owner = PortOwner.Find(port) is { } process ? $" by {process}" : "";
        return $"Port {port} is in use{owner}: stop that, or choose another port with {option}.";
    }
}
