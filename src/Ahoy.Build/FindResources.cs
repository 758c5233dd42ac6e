using Ahoy.Model;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace Ahoy.Build;

/// <summary>
/// Finds the items <c>AhoyFunction</c> and <c>AhoyAsset</c> where a configuration names the folders: MSBuild's own globs are
/// done before it is read.
/// </summary>
public sealed class FindResources : Task
{
    /// <summary>The project file, absolute.</summary>
    [Required]
    public string ProjectFile { get; set; } = "";

    /// <summary>The items <c>_AhoySetting</c>.</summary>
    [Required]
    public ITaskItem[] Settings { get; set; } = [];

    /// <summary>The Functions.</summary>
    [Output]
    public ITaskItem[] Functions { get; private set; } = [];

    /// <summary>The Assets.</summary>
    [Output]
    public ITaskItem[] Assets { get; private set; } = [];

    /// <inheritdoc/>
    public override bool Execute()
    {
        // What can't be a resource, CheckService reports.
        var settings = ProjectSettings.Of(Path.GetDirectoryName(ProjectFile)!, SettingItems.Read(Settings), ToolkitConfiguration.Empty);
        var files = ResourceScanner.Scan(settings.Layout).Files;
        Functions = ResourceItems.Make(files.Where(file => file.Kind == ResourceKind.Function));
        Assets = ResourceItems.Make(files.Where(file => file.Kind == ResourceKind.Asset));
        return true;
    }
}
