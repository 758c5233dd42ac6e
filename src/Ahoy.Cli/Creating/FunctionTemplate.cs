using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ahoy.Cli.Creating;

/// <summary>A Function to begin with: one of those that are part of this assembly.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it does, in a line.</param>
/// <param name="Visibility">The marker in its file's name: empty, or <c>protected</c>.</param>
/// <param name="Variables">The variables that it needs, each with what it is.</param>
/// <param name="Source">The JavaScript.</param>
internal sealed partial record FunctionTemplate(
    string Name, string Description, string Visibility, IReadOnlyDictionary<string, string> Variables, string Source)
{
    private const string Prefix = "function-template/";

    /// <summary>All of them, by name.</summary>
    public static IReadOnlyList<FunctionTemplate> All { get; } =
    [
        .. typeof(FunctionTemplate).Assembly.GetManifestResourceNames()
            .Where(resource => resource.StartsWith(Prefix, StringComparison.Ordinal) && resource.EndsWith(".json", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(Load),
    ];

    private static FunctionTemplate Load(string resource)
    {
        var about = JsonSerializer.Deserialize(Read(resource), TemplateJson.Default.About)!;
        var name = Path.GetFileNameWithoutExtension(resource[Prefix.Length..]);
        return new FunctionTemplate(name, about.Description, about.Visibility ?? "", about.Variables ?? [], Read(Path.ChangeExtension(resource, ".js")));
    }

    private static string Read(string resource)
    {
        using var reader = new StreamReader(typeof(FunctionTemplate).Assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private sealed record About(string Description, string? Visibility, Dictionary<string, string>? Variables);

    [JsonSerializable(typeof(About))]
    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
    private sealed partial class TemplateJson : JsonSerializerContext;
}
