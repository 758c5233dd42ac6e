using System.Text.Json.Serialization;

namespace Ahoy.Cli.Testing;

/// <summary>What a test process asks a host for.</summary>
/// <param name="Path">A project's folder, its project file, or a Build's archive; absolute.</param>
/// <param name="Variables">Variables of the Functions, over those of the environment file.</param>
/// <param name="EnvFile">The environment file; null for the project's.</param>
/// <param name="Node">The Node to run Functions with; null for the project's, or that on the PATH.</param>
/// <param name="Strict">Whether requests to other hosts fail.</param>
internal sealed record TestHostSettings(
    string Path,
    IReadOnlyDictionary<string, string>? Variables = null,
    string? EnvFile = null,
    string? Node = null,
    bool Strict = false);

[JsonSerializable(typeof(TestHostSettings))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class TestHostJson : JsonSerializerContext;
