using Ahoy.Analysis.Engine;

namespace Ahoy.Analysis.Platform.Modules;

/// <summary>Finds the resource that a relative path means.</summary>
internal static class RelativeModule
{
    private static readonly string[] s_endings = ["", ".js", ".json", ".private.js", ".private.json", "/index.js", "/index.private.js"];

    /// <summary>The Function or Asset that a path from a resource's own file leads to; null where there is none.</summary>
    public static ProjectResource? Find(FileContext file, string specifier)
    {
        if (Combine(file.Resource.File, specifier) is not { } target)
        {
            return null;
        }

        foreach (var ending in s_endings)
        {
            if (file.Project.FindFile(target + ending) is { } resource)
            {
                return resource;
            }
        }

        return null;
    }

    private static string? Combine(string from, string specifier)
    {
        var parts = new List<string>(from.Split('/'));
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
