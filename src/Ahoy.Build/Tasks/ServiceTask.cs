using Ahoy.Bundling.Severities;
using Ahoy.Model;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace Ahoy.Bundling.Tasks;

/// <summary>What the tasks that read a whole service have in common: the properties and items that say what it is.</summary>
public abstract class ServiceTask : Task
{
    /// <summary>The project file, absolute.</summary>
    [Required]
    public string ProjectFile { get; set; } = "";

    /// <summary><c>AhoyServiceName</c>; empty for package.json's name.</summary>
    public string ServiceName { get; set; } = "";

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

    /// <summary>Whether the items are what lies in the folders (<c>EnableDefaultAhoyItems</c>).</summary>
    public bool DefaultItems { get; set; }

    /// <summary>The environment files, which need not exist.</summary>
    public string[] EnvironmentFiles { get; set; } = [];

    /// <summary>Files and folders that must exist, each with the metadata <c>Property</c>: the property that names it.</summary>
    public ITaskItem[] ExpectedFiles { get; set; } = [];

    /// <summary><c>NoWarn</c>.</summary>
    public string NoWarn { get; set; } = "";

    /// <summary><c>WarningsAsErrors</c>.</summary>
    public string WarningsAsErrors { get; set; } = "";

    /// <summary><c>WarningsNotAsErrors</c>.</summary>
    public string WarningsNotAsErrors { get; set; } = "";

    /// <summary><c>TreatWarningsAsErrors</c>.</summary>
    public bool TreatWarningsAsErrors { get; set; }

    /// <summary>The <c>.editorconfig</c> and <c>.globalconfig</c> files of the build.</summary>
    public string[] ConfigFiles { get; set; } = [];

    private protected string ProjectFolder => Path.GetDirectoryName(ProjectFile)!;

    private protected BuildCandidate ReadCandidate(ICollection<Problem> problems)
    {
        var resources = new List<ResourceFile>();
        resources.AddRange(ResourceItems.Read(ResourceKind.Function, Functions, ProjectFolder, FunctionsFolder, problems));
        resources.AddRange(ResourceItems.Read(ResourceKind.Asset, Assets, ProjectFolder, AssetsFolder, problems));
        var input = new ProjectInput(ProjectFolder, Path.GetFileNameWithoutExtension(ProjectFile), Runtime, resources)
        {
            ServiceName = ServiceName,
            Layout = DefaultItems ? ServiceLayout.Of(ProjectFolder, FunctionsFolder, AssetsFolder) : null,
            EnvironmentFiles = [.. EnvironmentFiles.Distinct()],
            Expected = [.. ExpectedFiles.Select(item => new KeyValuePair<string, string>(item.ItemSpec, item.GetMetadata("Property")))],
        };
        return ProjectReader.Read(input, problems);
    }

    private protected ProblemLog CreateLog()
    {
        var files = ConfigFiles.Where(File.Exists).Select(file => SettingsFile.Parse(Path.GetFullPath(file), File.ReadAllText(file)));
        var settings = new SeveritySettings(
            NoWarn, WarningsAsErrors, WarningsNotAsErrors, TreatWarningsAsErrors, new SettingsSet(files));
        return new ProblemLog(this, settings, ProjectFolder, ProjectFile);
    }
}
