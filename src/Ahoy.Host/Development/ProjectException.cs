namespace Ahoy.Host.Development;

/// <summary>A project that can't be served as it stands: one line for each thing that is wrong, each with its file.</summary>
internal sealed class ProjectException : Exception
{
    public ProjectException(IReadOnlyList<string> problems)
        : base(string.Join(Environment.NewLine, problems))
    {
        Problems = problems;
    }

    public ProjectException(string problem)
        : this([problem])
    {
    }

    public IReadOnlyList<string> Problems { get; }
}
