namespace Ahoy.Cli.Checking;

/// <summary>What the command line says about a project; null where it says nothing.</summary>
/// <param name="FunctionsFolder">The Functions folder, relative to the project.</param>
/// <param name="AssetsFolder">The Assets folder, relative to the project.</param>
/// <param name="EnvFile">The environment file.</param>
/// <param name="Runtime">The runtime: <c>node22</c>.</param>
internal sealed record ProjectOptions(string? FunctionsFolder, string? AssetsFolder, string? EnvFile, string? Runtime);
