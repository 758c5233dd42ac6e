using System.Text.Json.Serialization;

namespace Ahoy.Host.Commands;

/// <summary>The ready line in the log format for programs.</summary>
internal sealed record ReadyLine(string Event, string Url, int Port, int Pid, string Service, string? Offline, string? Page = null);

[JsonSerializable(typeof(ReadyLine))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
internal sealed partial class BannerJson : JsonSerializerContext;
