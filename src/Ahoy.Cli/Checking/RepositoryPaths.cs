namespace Ahoy.Cli.Checking;

/// <summary>Names files as a code host knows them: from the repository's folder on, which need not be the current one.</summary>
internal sealed class RepositoryPaths
{
    private readonly string? _root;

    private RepositoryPaths(string? root) => _root = string.IsNullOrEmpty(root) ? null : root;

    /// <summary>The paths below the folder that a variable of the runner names; where it is not set, those that the command tells.</summary>
    public static RepositoryPaths Of(string variable) => new(Environment.GetEnvironmentVariable(variable));

    /// <summary>The paths below a folder.</summary>
    public static RepositoryPaths Below(string? root) => new(root);

    /// <summary>A file as the host knows it, with forward slashes.</summary>
    /// <param name="path">The file as it is told, relative to the current folder or absolute.</param>
    public string NameOf(string path)
    {
        if (_root is null)
        {
            return path;
        }

        var relative = Path.GetRelativePath(_root, Path.GetFullPath(path));
        return Path.IsPathRooted(relative) || relative.StartsWith("..", StringComparison.Ordinal) ? path : relative.Replace('\\', '/');
    }
}
