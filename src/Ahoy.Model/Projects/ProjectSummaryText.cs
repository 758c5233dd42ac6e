using System.Text;

namespace Ahoy.Model;

/// <summary>Reads and writes <see cref="ProjectSummary"/> as the text file that the build hands to the analyzers.</summary>
/// <remarks>
/// One fact a line, its parts separated by tabs, sorted: the same project gives the same bytes. It is lines and not JSON so
/// that the analyzers, which run inside somebody's compiler, need no JSON library there.
/// </remarks>
public static class ProjectSummaryText
{
    /// <summary>The file's name, by which the analyzers know it among the additional files.</summary>
    public const string FileName = "ahoy-project.txt";

    private const string Header = "ahoy-project\t1";

    /// <summary>The text for a project.</summary>
    public static string Write(ProjectSummary project)
    {
        var text = new StringBuilder();
        Append(text, Header);
        Append(text, "runtime\t" + Escape(project.Runtime));
        AppendSorted(text, project.Resources.Select(r => string.Join("\t", "resource", r.Kind, r.Visibility, Escape(r.File), Escape(r.Path))));
        if (project.HasEnvFile)
        {
            Append(text, "env-file");
            AppendSorted(text, project.Variables.Select(name => "variable\t" + Escape(name)));
        }

        if (project.HasPackageManifest)
        {
            Append(text, "package-json");
            AppendSorted(text, project.Packages.Select(p => string.Join("\t", "package", p.Value, Escape(p.Key))));
            AppendSorted(text, project.PackagesBeyondRequire.Select(p => string.Join("\t", "require", p.Value, Escape(p.Key))));
        }

        return text.ToString();
    }

    /// <summary>Reads the text. A line that it does not know is passed over; another format gives a project of which nothing is known.</summary>
    public static ProjectSummary Read(string text)
    {
        var lines = text.TrimStart('\uFEFF').Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries);
        if (lines.Length == 0 || lines[0] != Header)
        {
            return ProjectSummary.Unknown;
        }

        var runtime = NodeRuntime.Default;
        var resources = new List<ProjectResource>();
        var requireSupport = new Dictionary<string, RequireSupport>(StringComparer.Ordinal);
        List<string>? variables = null;
        List<KeyValuePair<string, DependencyKind>>? packages = null;
        foreach (var line in lines.Skip(1))
        {
            var parts = Array.ConvertAll(line.Split('\t'), Unescape);
            switch (parts[0])
            {
                case "runtime" when parts.Length == 2:
                    runtime = parts[1];
                    break;
                case "resource" when parts.Length == 5
                    && Enum.TryParse<ResourceKind>(parts[1], out var kind)
                    && Enum.TryParse<Visibility>(parts[2], out var visibility):
                    resources.Add(new ProjectResource(kind, visibility, parts[3], parts[4]));
                    break;
                case "env-file":
                    variables ??= [];
                    break;
                case "variable" when parts.Length == 2:
                    (variables ??= []).Add(parts[1]);
                    break;
                case "package-json":
                    packages ??= [];
                    break;
                case "package" when parts.Length == 3 && Enum.TryParse<DependencyKind>(parts[1], out var list):
                    (packages ??= []).Add(new KeyValuePair<string, DependencyKind>(parts[2], list));
                    break;
                case "require" when parts.Length == 3 && Enum.TryParse<RequireSupport>(parts[1], out var support):
                    requireSupport[parts[2]] = support;
                    break;
            }
        }

        return new ProjectSummary(runtime, resources, variables, packages, requireSupport);
    }

    private static void AppendSorted(StringBuilder text, IEnumerable<string> lines)
    {
        foreach (var line in lines.OrderBy(line => line, StringComparer.Ordinal))
        {
            Append(text, line);
        }
    }

    private static void Append(StringBuilder text, string line) => text.Append(line).Append('\n');

    private static string Escape(string part) =>
        part.IndexOfAny(['\\', '\t', '\r', '\n']) < 0
            ? part
            : part.Replace("\\", "\\\\").Replace("\t", "\\t").Replace("\r", "\\r").Replace("\n", "\\n");

    private static string Unescape(string part)
    {
        if (part.IndexOf('\\') < 0)
        {
            return part;
        }

        var text = new StringBuilder(part.Length);
        for (var i = 0; i < part.Length; i++)
        {
            var c = part[i];
            if (c == '\\' && i + 1 < part.Length)
            {
                c = part[++i] switch { 't' => '\t', 'r' => '\r', 'n' => '\n', var other => other };
            }

            text.Append(c);
        }

        return text.ToString();
    }
}
