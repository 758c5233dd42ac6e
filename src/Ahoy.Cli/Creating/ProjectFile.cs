namespace Ahoy.Cli.Creating;

/// <summary>The project file that makes a folder a project of Ahoy's, and the <c>nuget.config</c> beside it where one is needed.</summary>
internal static class ProjectFile
{
    // As the templates have it.
    private const string PresetSdk = "Ahoy.Sdk/0.1.0";

    /// <summary>The text of a project file.</summary>
    public static string Text(SdkSource? source) => WithSdk($"<Project Sdk=\"{PresetSdk}\" />{Environment.NewLine}", source);

    /// <summary>A text of a template with the version that its user has.</summary>
    public static string WithSdk(string text, SdkSource? source) =>
        source?.Version is { } version ? text.Replace(PresetSdk, $"Ahoy.Sdk/{version}", StringComparison.Ordinal) : text;

    /// <summary>What to do first where no source is known; null where one is.</summary>
    public static string? Advice(SdkSource? source) => source is not null
        ? null
        : $"NuGet has to know a source of the package Ahoy.Sdk. Of a clone: `dotnet pack Toolchain.sln` there, then name its artifacts/packages here with --source, or in a {SdkSource.FileName}.";
}
