using System.Text.Json.Serialization;

namespace Ahoy.Host.Commands;

/// <summary>The ready line of <c>ahoy serve</c> in the log format for programs.</summary>
internal sealed record ServeReadyLine(string Event, int Port, string Api, int Pid, string Data, string? Offline, string? Page = null);

[JsonSerializable(typeof(ServeReadyLine))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
internal sealed partial class ServeReadyJson : JsonSerializerContext;
