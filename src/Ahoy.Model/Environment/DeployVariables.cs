
namespace Ahoy.Model;

/// <summary>The variables of an environment file that a deploy sets.</summary>
public static class DeployVariables
{
    /// <summary>Selects the variables to set.</summary>
    /// <param name="file">The environment file.</param>
    /// <param name="machine">Where the values of empty variables are looked up; null for nowhere.</param>
    public static IReadOnlyList<KeyValuePair<string, string>> Of(EnvFile file, Func<string, string?>? machine) =>
    [
        .. file.Variables
            .Where(v => !AccountVariables.Contains(v.Name))
            .Select(v => new KeyValuePair<string, string>(v.Name, v.Value.Length == 0 ? machine?.Invoke(v.Name) ?? "" : v.Value))
            .Where(v => v.Value.Length > 0),
    ];
}
