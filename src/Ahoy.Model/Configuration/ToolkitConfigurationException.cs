namespace Ahoy.Model;

/// <summary>A configuration file of the Serverless Toolkit that can't be read: the message says what is wrong.</summary>
public sealed class ToolkitConfigurationException : Exception
{
    internal ToolkitConfigurationException(string file, int line, string message, Exception? innerException = null)
        : base(message, innerException)
    {
        File = file;
        Line = line;
    }

    /// <summary>The file, absolute.</summary>
    public string File { get; }

    /// <summary>The line, from 1; 0 where it is not known.</summary>
    public int Line { get; }

    /// <summary>The problem as a line of a command's, with its file.</summary>
    public string ToLine() => ProjectProblem.Locate(File, Line, Message);
}
