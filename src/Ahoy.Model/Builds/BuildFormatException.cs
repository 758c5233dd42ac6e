namespace Ahoy.Model;

/// <summary>A <c>build.json</c> that can't be read: what is wrong, and in which file.</summary>
public sealed class BuildFormatException : Exception
{
    /// <summary>Makes the exception with a message that names the file.</summary>
    public BuildFormatException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
