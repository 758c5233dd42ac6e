namespace Ahoy.Cli.Output;

/// <summary>Who runs the command: MSBuild, for somebody with a project file, or a person.</summary>
internal static class Caller
{
    /// <summary>Whether it is MSBuild (build/Ahoy.Publish.targets): what is a property there is no option then.</summary>
    public static bool IsMSBuild => Environment.GetEnvironmentVariable("AHOY_ERROR_FORMAT") == "msbuild";
}
