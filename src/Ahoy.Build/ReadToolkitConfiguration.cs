using Ahoy.Model;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace Ahoy.Build;

/// <summary>
/// Reads the configuration of the Serverless Toolkit (<c>.twilioserverlessrc</c>), as defaults for what the project does not say. Page:
/// Configuration and Meta Files.
/// </summary>
public sealed class ReadToolkitConfiguration : Task
{
    /// <summary>The project file, absolute.</summary>
    [Required]
    public string ProjectFile { get; set; } = "";

    /// <summary>The file that the project names, relative to its folder; empty for the first of the usual names.</summary>
    public string ConfigurationFile { get; set; } = "";

    /// <summary>Whether there is one that counts (<c>AhoyToolkitConfiguration</c>).</summary>
    public bool ReadsConfiguration { get; set; } = true;

    /// <summary>Whether the project leaves the environment to the file.</summary>
    public bool EnvironmentIsDefault { get; set; }

    /// <summary>The items <c>_AhoySetting</c>; then each with the value that counts: the project's where it has one, else the file's, else the default.</summary>
    [Required]
    [Output]
    public ITaskItem[] Settings { get; set; } = [];

    /// <inheritdoc/>
    public override bool Execute()
    {
        var folder = Path.GetDirectoryName(ProjectFile)!;
        try
        {
            var configuration = !ReadsConfiguration ? ToolkitConfiguration.Empty
                : ConfigurationFile.Length == 0
                ? ToolkitConfiguration.Load(folder)
                : ToolkitConfiguration.LoadFile(Path.Combine(folder, ConfigurationFile));
            if (configuration.Note is { } note)
            {
                Log.LogMessage(MessageImportance.High, note);
            }

            var settings = ProjectSettings.Of(folder, SettingItems.ReadNamed(Settings, EnvironmentIsDefault), configuration);
            Settings = SettingItems.Write(Settings, settings);
            return true;
        }
        catch (ToolkitConfigurationException e)
        {
            Log.LogError(null, ProjectProblem.Configuration, null, e.File, e.Line, 0, 0, 0, e.Message);
            return false;
        }
    }
}
