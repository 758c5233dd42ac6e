using System.Text.Json.Serialization;

namespace Ahoy.Deploy.Ledger;

/// <summary>How the lines of a ledger are written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(LedgerEntry))]
internal sealed partial class LedgerJson : JsonSerializerContext;
