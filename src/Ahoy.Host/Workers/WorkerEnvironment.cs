namespace Ahoy.Host.Workers;

/// <summary>The environment that a worker's process starts with: nothing of this machine's but what it can't work without.</summary>
internal static class WorkerEnvironment
{
    // Windows does not open sockets without the first; the others say where temporary files go.
    private static readonly string[] s_kept = ["SystemRoot", "TMPDIR", "TEMP", "TMP"];

    public static IEnumerable<KeyValuePair<string, string>> Create(WorkerOptions options)
    {
        foreach (var name in s_kept)
        {
            if (Environment.GetEnvironmentVariable(name) is { } value)
            {
                yield return new(name, value);
            }
        }

        // Production's clock is UTC: what formats dates or compares hours does the same here.
        yield return new("TZ", "UTC");
        foreach (var variable in options.MachineVariables)
        {
            yield return variable;
        }
    }
}
