using Ahoy.Model;

namespace Ahoy.Bundling;

/// <summary>An environment file that a Build is deployed or run with.</summary>
public sealed class CandidateEnvironment
{
    /// <summary>Makes it.</summary>
    /// <param name="file">The file relative to the project; what messages name.</param>
    /// <param name="content">What is in it.</param>
    public CandidateEnvironment(string file, EnvFile content)
    {
        File = file;
        Content = content;
    }

    /// <summary>The file relative to the project.</summary>
    public string File { get; }

    /// <summary>What is in it.</summary>
    public EnvFile Content { get; }
}
