using Ahoy.Model;

namespace Ahoy.Bundling;

/// <summary>Something that is wrong with a Build, in terms of the project that it comes from.</summary>
public sealed class Problem
{
    /// <summary>Describes a problem.</summary>
    /// <param name="id">The rule's id: <c>AHOY5001</c>.</param>
    /// <param name="severity">The rule's default severity.</param>
    /// <param name="message">What is wrong, which limit it breaks, and what to do. Never the value of a variable.</param>
    /// <param name="file">The file that it is about, relative to the project; null where it is about the Build as a whole.</param>
    /// <param name="line">The line in that file, from 1; 0 for the file as a whole.</param>
    public Problem(string id, Severity severity, string message, string? file = null, int line = 0)
    {
        Id = id;
        Severity = severity;
        Message = message;
        File = file;
        Line = line;
    }

    /// <summary>The rule's id.</summary>
    public string Id { get; }

    /// <summary>The rule's default severity.</summary>
    public Severity Severity { get; }

    /// <summary>What is wrong and what to do.</summary>
    public string Message { get; }

    /// <summary>The file relative to the project, or null.</summary>
    public string? File { get; }

    /// <summary>The line, from 1, or 0.</summary>
    public int Line { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{File}({Line}): {Severity} {Id}: {Message}";
}
