namespace Ahoy.TestSupport;

/// <summary>The <c>dotnet</c> command, as a user runs it: nothing of the test run around it shows.</summary>
public static class Dotnet
{
    /// <summary>How long a command may take, on a machine that does much else.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromMinutes(10);

    /// <summary>The program.</summary>
    public static string Program { get; } = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } host ? host : "dotnet";

    /// <summary>Runs a command to its end.</summary>
    public static Task<ProcessResult> RunAsync(
        string folder, IEnumerable<string> arguments, IReadOnlyDictionary<string, string?>? environment = null) =>
        ProcessRunner.RunAsync(Program, arguments, folder, Clean(environment), Timeout);

    /// <summary>Starts a command.</summary>
    public static RunningProcess Start(
        string folder, IEnumerable<string> arguments, IReadOnlyDictionary<string, string?>? environment = null) =>
        RunningProcess.Start(Program, arguments, folder, Clean(environment));

    /// <summary>Variables for a command: nothing of what the test run sets, and those that are given.</summary>
    public static Dictionary<string, string?> Clean(IReadOnlyDictionary<string, string?>? environment)
    {
        var clean = new Dictionary<string, string?>
        {
            ["DOTNET_NOLOGO"] = "1",
            ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
            ["DOTNET_CLI_UI_LANGUAGE"] = "en",
            // Processes that outlive the command would hold the temporary folders and the output streams.
            ["MSBUILDDISABLENODEREUSE"] = "1",
            ["UseSharedCompilation"] = "false",
            // What `dotnet test` sets for its own. CI stays: the repository's projects would be compiled again without it.
            ["DOTNET_HOST_PATH"] = null,
            ["MSBUILD_EXE_PATH"] = null,
            ["MSBuildSDKsPath"] = null,
            ["MSBuildExtensionsPath"] = null,
            ["MSBuildLoadMicrosoftTargetsReadOnly"] = null,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string?>())
        {
            clean[name] = value;
        }

        return clean;
    }
}
