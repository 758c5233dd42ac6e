namespace Ahoy.Model;

/// <summary>A text that is not valid JSON5, with the line where reading stopped.</summary>
internal sealed class Json5Exception : Exception
{
    public Json5Exception(int line, string message)
        : base(message) => Line = line;

    /// <summary>The line, from 1.</summary>
    public int Line { get; }
}
