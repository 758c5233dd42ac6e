namespace Ahoy.Host;

/// <summary>What has to be set for the whole process before the first socket is opened.</summary>
internal static class ProcessTuning
{
    public static void Apply()
    {
        // Sockets pass on what they read on the thread that noticed it. The runtime reads this from the environment only; the
        // gateway never blocks that thread, and a change of threads would cost more than the rest of a request's way.
        Environment.SetEnvironmentVariable("DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS", "1");
    }
}
