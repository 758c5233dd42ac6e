namespace Ahoy.Model;

/// <summary>
/// Finds the Node that runs a project's Functions: of those that the project and the machine have, the first of the runtime's major version; where
/// there is none of it, the project's own, or the PATH's.
/// </summary>
public static class NodeChoice
{
    /// <summary>Any Node that runs a program of the project's, or null.</summary>
    /// <param name="projectFolder">The project's folder.</param>
    public static string? FindAny(string projectFolder) =>
        SearchPath.Find(NodeFolders.Executable)
        ?? NodeFolders.InPackages(projectFolder).FirstOrDefault()
        ?? NodeFolders.OfTools().Select(tool => tool.File).FirstOrDefault();

    /// <summary>The Node for a runtime; null where the machine has none.</summary>
    /// <param name="projectFolder">The project's folder; null for what is served without a project.</param>
    /// <param name="runtime">The runtime: <c>node22</c>.</param>
    public static NodeInstallation? Find(string? projectFolder, string runtime)
    {
        var folder = projectFolder ?? Environment.CurrentDirectory;
        var near = (projectFolder is null ? [] : NodeFolders.InPackages(projectFolder))
            .Append(SearchPath.Find(NodeFolders.Executable))
            .OfType<string>()
            .Select(file => new NodeInstallation(file, folder))
            .ToList();
        var major = NodeRuntime.MajorVersion(runtime);
        var found = near.FirstOrDefault(node => node.Major == major);
        if (found is not null || (major is null && near.Count > 0))
        {
            return found ?? near[0];
        }

        var kept = NodeFolders.OfTools()
            .OrderByDescending(tool => VersionRange.ParseVersion(tool.Version))
            .Select(tool => new NodeInstallation(tool.File, folder, tool.Version))
            .ToList();
        var declared = projectFolder is null ? null : DeclaredNode.Find(projectFolder, ProjectPackages.RootOf(projectFolder))?.Range;
        return kept.FirstOrDefault(node => node.Major == major && declared?.Contains(node.Version!) == true)
            ?? kept.FirstOrDefault(node => node.Major == major)
            ?? near.FirstOrDefault()
            ?? kept.FirstOrDefault();
    }

    /// <summary>What there is to say where a project runs on another major version than it is deployed for (AHOY5019); null where there is nothing.</summary>
    /// <param name="node">The Node that it runs on.</param>
    /// <param name="runtime">The runtime.</param>
    /// <param name="projectFolder">The project's folder, or null.</param>
    public static string? DescribeDifference(NodeInstallation node, string runtime, string? projectFolder)
    {
        if (NodeRuntime.MajorVersion(runtime) is not { } major || node.Major is not { } actual || actual == major)
        {
            return null;
        }

        var declared = projectFolder is null ? null : DeclaredNode.Find(projectFolder, ProjectPackages.RootOf(projectFolder));
        var said = declared is not null && !declared.Allows(major) ? $" ({declared.Source} says {declared.Text}, too)" : "";
        return $"the runtime is {runtime}, and Functions run on Node {node.Version} here{said}: what works here may fail when it is deployed; install Node {major} (nvm, volta, fnm, asdf and npm's 'node' package are found), or name one with AhoyNode or --node";
    }
}
