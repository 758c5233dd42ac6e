using Ahoy.Model;

namespace Ahoy.Bundling;

/// <summary>What the project file says, before anything is read.</summary>
internal sealed class ProjectInput
{
    /// <summary>Describes a project.</summary>
    /// <param name="settings">The settings that count.</param>
    /// <param name="projectName">The name of the project file; what a nameless Service is called after.</param>
    /// <param name="resources">The Functions and Assets.</param>
    public ProjectInput(ProjectSettings settings, string projectName, IReadOnlyList<ResourceFile> resources)
    {
        Settings = settings;
        ProjectName = projectName;
        Resources = resources;
    }

    /// <summary>The settings that count.</summary>
    public ProjectSettings Settings { get; }

    /// <summary>The name of the project file.</summary>
    public string ProjectName { get; }

    /// <summary>The Functions and Assets.</summary>
    public IReadOnlyList<ResourceFile> Resources { get; }

    /// <summary>Whether they are what lies in the folders; else the project lists them itself.</summary>
    public bool ResourcesAreThoseOfTheFolders { get; set; }

    /// <summary>What is known of the resources' contents already, or null.</summary>
    public KnownContents? Known { get; set; }

    /// <summary>The environment files, relative to the project or absolute, each once.</summary>
    public IReadOnlyList<string> EnvironmentFiles { get; set; } = [];

    /// <summary>Files and folders that must exist, because the project names them.</summary>
    public IReadOnlyList<NamedFile> NamedFiles { get; set; } = [];
}
