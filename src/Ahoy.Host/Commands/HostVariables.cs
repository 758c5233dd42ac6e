namespace Ahoy.Host.Commands;

/// <summary>
/// The variables of the host's own environment that Functions get, over those of the environment file: <c>AHOY_VARIABLES</c> names them, with commas between. What an
/// orchestrator sets comes this way, so that no value is on a command line.
/// </summary>
internal static class HostVariables
{
    /// <summary>The names, with commas, of this machine's variables that Functions get in context.</summary>
    public const string Names = "AHOY_VARIABLES";

    /// <param name="variable">Gives a variable's value, or null.</param>
    public static IReadOnlyDictionary<string, string> Read(Func<string, string?> variable)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in (variable(Names) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (variable(name) is { } value)
            {
                found[name] = value;
            }
        }

        return found;
    }
}
