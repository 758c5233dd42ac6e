using Ahoy.Bundling;
using Ahoy.Model;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace Ahoy.Build;

/// <summary>What the tasks that read a project's Functions and Assets have in common: the properties and items that say which they are.</summary>
public abstract class ResourceTask : Task
{
    private ProjectSettings? _counted;

    /// <summary>The project file, absolute.</summary>
    [Required]
    public string ProjectFile { get; set; } = "";

    /// <summary>The items <c>_AhoySetting</c>: the properties of the service.</summary>
    [Required]
    public ITaskItem[] Settings { get; set; } = [];

    /// <summary>The items <c>AhoyFunction</c>.</summary>
    public ITaskItem[] Functions { get; set; } = [];

    /// <summary>The items <c>AhoyAsset</c>.</summary>
    public ITaskItem[] Assets { get; set; } = [];

    private protected string ProjectFolder => Path.GetDirectoryName(ProjectFile)!;

    // What the configuration says, the properties have already.
    private protected ProjectSettings Counted =>
        _counted ??= ProjectSettings.Of(ProjectFolder, SettingItems.Read(Settings), ToolkitConfiguration.Empty);

    private protected IEnumerable<ResourceFile> ReadResources(ICollection<Problem> problems) =>
    [
        .. ResourceItems.Read(ResourceKind.Function, Functions, ProjectFolder, Counted.Layout.FunctionsFolder, problems),
        .. ResourceItems.Read(ResourceKind.Asset, Assets, ProjectFolder, Counted.Layout.AssetsFolder, problems),
    ];
}
