using Ahoy.Host.Environments;
using Ahoy.Model;

namespace Ahoy.Host.Development;

/// <summary>Says what is new in a project that is being served. Of variables it tells the names, never the values.</summary>
internal static class ProjectChange
{
    /// <summary>What is said of code.</summary>
    public const string OfCode = "The project's code changed: requests from now on run the new one.";

    /// <summary>Compares what was served with what is.</summary>
    public static string Describe(ServedEnvironment before, ServedEnvironment after)
    {
        string[] variables =
        [
            .. before.Variables.Keys.Union(after.Variables.Keys, StringComparer.Ordinal)
                .Where(name => before.Variables.GetValueOrDefault(name) != after.Variables.GetValueOrDefault(name))
                .Order(StringComparer.Ordinal),
        ];
        if (variables.Length == 0)
        {
            return OfCode;
        }

        var what = variables.Length == 1 ? "variable" : "variables";
        var names = string.Join(", ", variables);
        return Code(before).SequenceEqual(Code(after))
            ? $"The {what} changed: {names}. Requests from now on see {(variables.Length == 1 ? "its value" : "their values")}."
            : $"The project's code and the {what} changed: {names}. Requests from now on run the new one.";
    }

    private static IEnumerable<(string Path, string Sha256)> Code(ServedEnvironment served) => served.Build.Resources
        .Where(resource => resource.Kind == ResourceKind.Function || resource.Visibility == Visibility.Private)
        .Select(resource => (resource.Path, resource.Sha256));
}
