using Ahoy.Model;

namespace Ahoy.Bundling;

/// <summary>What keeps a project from being read at all. These are no rules of the platform, and no setting turns them off.</summary>
internal static class ProjectProblems
{
    /// <summary>A line of an environment file can't be read.</summary>
    public const string EnvironmentLine = "AHOY5101";

    /// <summary>package.json, or its lock file, can't be read.</summary>
    public const string Manifest = "AHOY5102";

    /// <summary>Something below the Functions or Assets folder can't be a resource.</summary>
    public const string Resource = "AHOY5103";

    /// <summary>There is neither a Function nor an Asset.</summary>
    public const string EmptyService = "AHOY5104";

    /// <summary>The npm packages can't be restored.</summary>
    public const string Npm = "AHOY5105";

    /// <summary>The output can't be written.</summary>
    public const string Output = "AHOY5106";

    /// <summary>The configuration of the Serverless Toolkit can't be read.</summary>
    public const string Configuration = "AHOY5107";

    /// <summary>A folder or file that the project names does not exist.</summary>
    public const string Missing = "AHOY5108";

    public static Problem Error(string id, string message, string? file = null, int line = 0) =>
        new(id, Severity.Error, message, file, line);

    /// <summary>Whether a problem is one of these.</summary>
    public static bool Contains(string id) => id.StartsWith("AHOY51", StringComparison.Ordinal);
}
