using System.Text.Json.Serialization;

namespace Ahoy.Testing.Hosting;

/// <summary>What a host is asked for, as one line of JSON on its standard input.</summary>
internal sealed record HostSettings(string Path, IReadOnlyDictionary<string, string> Variables, string? EnvFile, string? Node, bool Strict);

[JsonSerializable(typeof(HostSettings))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
internal sealed partial class HostSettingsJson : JsonSerializerContext;
