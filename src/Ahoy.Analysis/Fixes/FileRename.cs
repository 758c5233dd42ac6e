namespace Ahoy.Analysis.Fixes;

/// <summary>Gives a file another name. Where that name is taken, the fix is not applied.</summary>
internal sealed class FileRename : FileChange
{
    /// <param name="file">The file, relative to the project.</param>
    /// <param name="newFile">Its new name, relative to the project as well.</param>
    public FileRename(string file, string newFile)
        : base(file) => NewFile = newFile;

    /// <summary>The new name, relative to the project.</summary>
    public string NewFile { get; }
}
