namespace Ahoy.Model;

/// <summary>A project that can't be read as it stands: one line for each thing that is wrong, each with its file.</summary>
public sealed class ProjectException : Exception
{
    /// <summary>Says all that is wrong.</summary>
    public ProjectException(IReadOnlyList<string> problems)
        : base(string.Join(Environment.NewLine, problems))
    {
        Problems = problems;
    }

    /// <summary>Says the one thing that is wrong.</summary>
    public ProjectException(string problem)
        : this([problem])
    {
    }

    /// <summary>Whether there is no project where one was named: no such folder, a file, or nothing that could be one.</summary>
    public bool IsNoProject { get; init; }

    /// <summary>What is wrong, a line each.</summary>
    public IReadOnlyList<string> Problems { get; }
}
