using Microsoft.AspNetCore.Connections;

namespace Ahoy.Host.Commands;

/// <summary>Says in one line why a port can't be listened on.</summary>
internal static class PortProblem
{
    /// <summary>Starts what listens.</summary>
    /// <param name="start">Starts it.</param>
    /// <param name="port">The port that serves.</param>
    /// <param name="adminPort">The port of the admin address, or null.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="StartException">A port can't be used.</exception>
    public static async Task ThrowIfAnyAsync(Func<CancellationToken, Task> start, int port, int? adminPort, CancellationToken cancellation)
    {
        try
        {
            await start(cancellation).ConfigureAwait(false);
        }
        catch (IOException e)
        {
            throw new StartException(Describe(e, port, adminPort));
        }
    }

    private static string Describe(IOException problem, int port, int? adminPort)
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
