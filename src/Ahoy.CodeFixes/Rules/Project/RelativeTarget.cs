using Ahoy.Analyzers.Infrastructure;
using Ahoy.Model;

namespace Ahoy.CodeFixes.Rules.Project;

/// <summary>Finds what a relative <c>require</c> means among the project's resources.</summary>
internal static class RelativeTarget
{
    private static readonly string[] s_endings = [string.Empty, ".js", ".json", ".private.js", ".private.json", "/index.js", "/index.private.js"];

    /// <summary>The private Function or Asset that is meant; null where there is none, or it is not private.</summary>
    public static ProjectResource? Find(FileContext file, string specifier)
    {
        if (OwnFile(file) is not { } own || Combine(own, specifier) is not { } target)
        {
            return null;
        }

        return s_endings
            .Select(ending => file.Project.Resources.FirstOrDefault(resource => resource.File == target + ending))
            .FirstOrDefault(resource => resource is not null) is { Visibility: Visibility.Private } found
            ? found
            : null;
    }

    /// <summary>The file relative to the project: the compiler knows it by another path.</summary>
    private static string? OwnFile(FileContext file) =>
        file.Project.Resources.FirstOrDefault(
            resource => resource.Kind == file.Resource.Kind
                && resource.Path == file.Resource.Path
                && resource.Visibility == file.Resource.Visibility)?.File;

    private static string? Combine(string own, string specifier)
    {
        var parts = new List<string>(own.Split('/'));
        parts.RemoveAt(parts.Count - 1);
        foreach (var part in specifier.Split('/'))
        {
            switch (part)
            {
                case "." or "":
                    break;
                case ".." when parts.Count == 0:
                    return null;
                case "..":
                    parts.RemoveAt(parts.Count - 1);
                    break;
                default:
                    parts.Add(part);
                    break;
            }
        }

        return string.Join("/", parts);
    }
}
