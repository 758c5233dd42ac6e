using System.Globalization;
using System.Text;
using Ahoy.Model;

namespace Ahoy.Bundling.Output;

/// <summary>What a Build holds, for whoever builds it: one line, and a list of all.</summary>
internal static class BuildReport
{
    // Of variables and dependencies: what has its place in one line.
    private const int MaxNames = 8;

    /// <summary>One line: <c>3 Functions (1.2 kB), 1 Asset (20 kB); variables: GREETING; dependencies: twilio 5.0.1</c>.</summary>
    /// <param name="build">The Build.</param>
    /// <param name="variables">The names of the variables that it is deployed with.</param>
    public static string Line(Build build, IEnumerable<string> variables)
    {
        var line = new StringBuilder();
        foreach (var kind in new[] { ResourceKind.Function, ResourceKind.Asset })
        {
            var resources = build.Resources.Where(resource => resource.Kind == kind).ToList();
            line.Append(line.Length == 0 ? "" : ", ").Append(ResourceGroups.Count(resources.Count, kind));
            line.Append(resources.Count == 0 ? "" : $" ({Size(resources.Sum(resource => resource.Size))})");
        }

        Append(line, "variables", [.. variables]);
        Append(line, "dependencies", [.. build.Dependencies.Select(Describe)]);
        return line.ToString();
    }

    /// <summary>A line for each resource.</summary>
    public static string List(Build build)
    {
        var rows = build.Resources.Select(resource => (resource.Path, Visibility: resource.Visibility.ToString().ToLowerInvariant(), Size: Size(resource.Size), resource.File)).ToList();
        var width = rows.Count == 0 ? 0 : rows.Max(row => row.Path.Length);
        return string.Join("\n", rows.Select(row => $"    {row.Path.PadRight(width)}  {row.Visibility,-9}  {row.Size,8}  {row.File}"));
    }

    private static string Describe(Dependency dependency) => $"{dependency.Name} {dependency.Locked ?? dependency.Requested}";

    private static void Append(StringBuilder line, string what, List<string> names)
    {
        if (names.Count > 0)
        {
            var rest = names.Count > MaxNames ? $" and {names.Count - MaxNames} more" : "";
            line.Append("; ").Append(what).Append(": ").Append(string.Join(", ", names.Take(MaxNames))).Append(rest);
        }
    }

    private static string Size(long bytes) => bytes switch
    {
        < 1000 => $"{bytes} B",
        < 1_000_000 => string.Format(CultureInfo.InvariantCulture, "{0:0.#} kB", bytes / 1000.0),
        _ => string.Format(CultureInfo.InvariantCulture, "{0:0.#} MB", bytes / 1_000_000.0),
    };
}
