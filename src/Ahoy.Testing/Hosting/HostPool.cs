namespace Ahoy.Testing.Hosting;

/// <summary>
/// Starts hosts. From the second on they are ready before they are asked for: a started program waits for its service, so that a test does not wait for .NET.
/// </summary>
internal static class HostPool
{
    private static readonly object s_gate = new();
    private static HostProcess? s_spare;

    /// <summary>A host that waits for its settings.</summary>
    public static HostProcess Take()
    {
        lock (s_gate)
        {
            if (s_spare is { HasExited: false } spare)
            {
                s_spare = null;
                return spare;
            }
        }

        return HostProcess.Start(HostLocator.FindHost());
    }

    /// <summary>Starts the next one ahead of its need.</summary>
    public static void Prepare()
    {
        lock (s_gate)
        {
            if (s_spare is not { HasExited: false })
            {
                s_spare = HostProcess.Start(HostLocator.FindHost());
            }
        }
    }
}
