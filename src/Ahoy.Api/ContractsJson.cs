using System.Text.Json.Serialization;
using Ahoy.Model;

namespace Ahoy.Api;

/// <summary>How the contracts are read and written, by the client and by the host alike: snake case, no reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    Converters = [typeof(UtcSecondsConverter), typeof(LowerCaseEnumConverter<Visibility>), typeof(LowerCaseEnumConverter<BuildStatus>)])]
[JsonSerializable(typeof(ServiceResource))]
[JsonSerializable(typeof(EnvironmentResource))]
[JsonSerializable(typeof(NamedResource))]
[JsonSerializable(typeof(VersionResource))]
[JsonSerializable(typeof(VersionContentResource))]
[JsonSerializable(typeof(BuildResource))]
[JsonSerializable(typeof(BuildStatusResource))]
[JsonSerializable(typeof(BuildDependency[]))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(DeploymentResource))]
[JsonSerializable(typeof(VariableResource))]
[JsonSerializable(typeof(LogResource))]
[JsonSerializable(typeof(PageMeta))]
[JsonSerializable(typeof(ApiError))]
public sealed partial class ContractsJson : JsonSerializerContext;
