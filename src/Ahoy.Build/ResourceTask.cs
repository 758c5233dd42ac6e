using Ahoy.Bundling;
using Ahoy.Model;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace Ahoy.Build;

/// <summary>What the tasks that read a project's Functions and Assets have in common: the properties and items that say which they are.</summary>
public abstract class ResourceTask : Task
{
    /// <summary>The project file, absolute.</summary>
    [Required]
    public string ProjectFile { get; set; } = "";

    /// <summary><c>AhoyRuntime</c>.</summary>
    [Required]
    public string Runtime { get; set; } = "";

    /// <summary>The items <c>AhoyFunction</c>.</summary>
    public ITaskItem[] Functions { get; set; } = [];

    /// <summary>The items <c>AhoyAsset</c>.</summary>
    public ITaskItem[] Assets { get; set; } = [];

    /// <summary><c>AhoyFunctionsFolder</c>.</summary>
    [Required]
    public string FunctionsFolder { get; set; } = "";

    /// <summary><c>AhoyAssetsFolder</c>.</summary>
    [Required]
    public string AssetsFolder { get; set; } = "";

    private protected string ProjectFolder => Path.GetDirectoryName(ProjectFile)!;

    private protected IEnumerable<ResourceFile> ReadResources(ICollection<Problem> problems) =>
    [
        .. ResourceItems.Read(ResourceKind.Function, Functions, ProjectFolder, FunctionsFolder, problems),
        .. ResourceItems.Read(ResourceKind.Asset, Assets, ProjectFolder, AssetsFolder, problems),
    ];
}
