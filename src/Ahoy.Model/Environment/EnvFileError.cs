namespace Ahoy.Model;

/// <summary>A line of an environment file that can't be read. The message holds no value.</summary>
public sealed class EnvFileError
{
    internal EnvFileError(int line, string message)
    {
        Line = line;
        Message = message;
    }

    /// <summary>The line, from 1.</summary>
    public int Line { get; }

    /// <summary>What is wrong, and what to do.</summary>
    public string Message { get; }
}
