namespace Ahoy.Model;

/// <summary>A baseline that can't be used as it stands.</summary>
public sealed class BaselineException : Exception
{
    /// <summary>Says what is wrong and what to do.</summary>
    /// <param name="line">The line in the file, from 1; 0 for the file as a whole.</param>
    /// <param name="message">What is wrong, without a full stop.</param>
    /// <param name="isMissing">Whether there is no such file.</param>
    public BaselineException(int line, string message, bool isMissing = false)
        : base(message)
    {
        Line = line;
        IsMissing = isMissing;
    }

    /// <summary>The line, from 1, or 0.</summary>
    public int Line { get; }

    /// <summary>Whether there is no such file.</summary>
    public bool IsMissing { get; }

    /// <summary>The whole as a line of a command's: <c>baseline.json(3): …</c></summary>
    /// <param name="file">The file, as it was named.</param>
    public string ToLine(string file) => ProjectProblem.Locate(file, Line, Message);
}
