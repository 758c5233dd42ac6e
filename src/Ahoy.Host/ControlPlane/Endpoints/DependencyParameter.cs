using System.Text.Json;
using Ahoy.Api;
using Ahoy.Host.ControlPlane.Http;

namespace Ahoy.Host.ControlPlane.Endpoints;

/// <summary>The <c>Dependencies</c> of a Build: a JSON list of objects with <c>name</c> and <c>version</c>.</summary>
internal static class DependencyParameter
{
    private const string Name = "Dependencies";

    public static IReadOnlyList<BuildDependency> Parse(ApiForm form)
    {
        var text = form.Text(Name, FieldLengths.Dependencies)?.Trim();
        if (string.IsNullOrEmpty(text))
        {
            return [];
        }

        // The Serverless Toolkit's client wraps the list in quotation marks that it does not escape.
        if (text.StartsWith("\"[", StringComparison.Ordinal) && text.EndsWith("]\"", StringComparison.Ordinal))
        {
            text = text[1..^1];
        }

        try
        {
            var dependencies = JsonSerializer.Deserialize(text, ContractsJson.Default.BuildDependencyArray) ?? [];
            foreach (var twice in dependencies.GroupBy(d => d.Name, StringComparer.Ordinal).Where(g => g.Count() > 1))
            {
                form.Add($"{Name}: '{twice.Key}' stands there more than once.");
            }

            if (dependencies.Any(d => string.IsNullOrWhiteSpace(d.Name) || string.IsNullOrWhiteSpace(d.Version)))
            {
                form.Add($"{Name}: each needs a name and a version.");
            }

            return dependencies;
        }
        catch (JsonException)
        {
            form.Add($"{Name}: not a JSON list of objects with name and version.");
            return [];
        }
    }
}
