namespace Ahoy.Model;

/// <summary>A text that is not valid YAML, with the line where reading stopped.</summary>
internal sealed class YamlException : Exception
{
    public YamlException(int line, string message, Exception? innerException = null)
        : base(message, innerException) => Line = line;

    /// <summary>The line, from 1.</summary>
    public int Line { get; }
}
