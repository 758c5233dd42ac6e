namespace Ahoy.Bundling.Checks;

/// <summary>One check of a Build. It knows nothing of MSBuild: the tasks run it, and so does the host for what is deployed to it.</summary>
public interface IBuildCheck
{
    /// <summary>What is wrong; nothing where the check passes.</summary>
    /// <exception cref="IOException">The content of a resource can't be read.</exception>
    IEnumerable<Problem> Check(BuildCandidate candidate);
}
