namespace Ahoy.Analysis.Fixes;

/// <summary>
/// What a fix does to another file than the one in which the finding is. A fixer knows no files: whoever applies it reads the file, asks
/// for the edits of its text, and writes it.
/// </summary>
internal abstract class FileChange
{
    private protected FileChange(string file) => File = file;

    /// <summary>
    /// The file, relative to the project, with forward slashes. <see cref="EnvironmentFile"/> stands for the environment file that the project
    /// really has.
    /// </summary>
    public string File { get; }

    /// <summary>The name by which fixes mean the project's environment file, whatever it is called.</summary>
    public const string EnvironmentFile = ".env";

    /// <summary>The package manifest.</summary>
    public const string PackageManifest = "package.json";
}
