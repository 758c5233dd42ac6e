using System.Text.Json.Serialization;

namespace Ahoy.Host.Development;

/// <summary>What a worker says of an error.</summary>
internal sealed record ErrorReport(string? Message, string? Name, string? Stack);

[JsonSerializable(typeof(ErrorReport))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class ErrorReportJson : JsonSerializerContext;
