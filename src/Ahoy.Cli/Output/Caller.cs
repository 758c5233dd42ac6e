namespace Ahoy.Cli.Output;

/// <summary>Who runs the command: MSBuild, for somebody with a project file, or a person.</summary>
internal static class Caller
{
    /// <summary>How errors are written: msbuild makes each a line that MSBuild understands. The SDK's targets set it.</summary>
    private const string FormatVariable = "AHOY_ERROR_FORMAT";

    /// <summary>Whether it is MSBuild (build/Ahoy.Publish.targets): what is a property there is no option then.</summary>
    public static bool IsMSBuild => Environment.GetEnvironmentVariable(FormatVariable) == "msbuild";
}
