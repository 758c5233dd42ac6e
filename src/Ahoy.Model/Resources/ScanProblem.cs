namespace Ahoy.Model;

/// <summary>Something below the Functions or Assets folder that can't be a resource.</summary>
public sealed class ScanProblem
{
    internal ScanProblem(string file, string message)
    {
        File = file;
        Message = message;
    }

    /// <summary>The file or folder, relative to the project.</summary>
    public string File { get; }

    /// <summary>What is wrong, and what to do.</summary>
    public string Message { get; }
}
