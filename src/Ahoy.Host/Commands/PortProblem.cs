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
    /// <param name="offlinePort">The port that the user chose for the offline Twilio, or null.</param>
    /// <exception cref="StartException">A port can't be used.</exception>
    public static async Task ThrowIfAnyAsync(Func<CancellationToken, Task> start, int port, int? adminPort, CancellationToken cancellation, int? offlinePort = null)
    {
        try
        {
            await start(cancellation).ConfigureAwait(false);
        }
        catch (IOException e)
        {
            throw new StartException(Describe(e, port, adminPort, offlinePort));
        }
    }

    private static string Describe(IOException problem, int port, int? adminPort, int? offlinePort)
    {
        // Kestrel names the address, and nothing else of it.
        return adminPort is { } admin && problem.Message.Contains($":{admin}", StringComparison.Ordinal)
            ? Describe(problem, admin, "--admin-port")
            : offlinePort is { } offline && problem.Message.Contains($":{offline}", StringComparison.Ordinal)
            ? Describe(problem, offline, "--offline-port")
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
