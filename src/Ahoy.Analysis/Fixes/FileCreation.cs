namespace Ahoy.Analysis.Fixes;

/// <summary>Makes a file that is not there yet. Where there is one, the fix is not applied.</summary>
internal sealed class FileCreation : FileChange
{
    /// <param name="file">The file, relative to the project.</param>
    /// <param name="text">What it is to hold.</param>
    public FileCreation(string file, string text)
        : base(file) => Text = text;

    /// <summary>What it is to hold.</summary>
    public string Text { get; }
}
