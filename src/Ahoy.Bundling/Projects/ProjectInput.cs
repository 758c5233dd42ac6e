using Ahoy.Model;

namespace Ahoy.Bundling;

/// <summary>What the project file says, before anything is read.</summary>
internal sealed class ProjectInput
{
    /// <summary>Describes a project.</summary>
    /// <param name="folder">The project's folder, absolute.</param>
    /// <param name="projectName">The name of the project file; what a nameless Service is called after.</param>
    /// <param name="runtime">The runtime.</param>
    /// <param name="resources">The Functions and Assets.</param>
    public ProjectInput(string folder, string projectName, string runtime, IReadOnlyList<ResourceFile> resources)
    {
        Folder = folder;
        ProjectName = projectName;
        Runtime = runtime;
        Resources = resources;
    }

    /// <summary>The project's folder, absolute.</summary>
    public string Folder { get; }

    /// <summary>The name of the project file.</summary>
    public string ProjectName { get; }

    /// <summary>The runtime.</summary>
    public string Runtime { get; }

    /// <summary>The Functions and Assets.</summary>
    public IReadOnlyList<ResourceFile> Resources { get; }

    /// <summary>The Service's name as the project says it; null or empty for package.json's.</summary>
    public string? ServiceName { get; set; }

    /// <summary>The environment files, relative to the project or absolute, each once.</summary>
    public IReadOnlyList<string> EnvironmentFiles { get; set; } = [];

    /// <summary>The folders that the resources were found in; null where the project lists them itself.</summary>
    public ServiceLayout? Layout { get; set; }

    /// <summary>Files and folders that must exist, because the project names them, with the property that does.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Expected { get; set; } = [];
}
