using System.Text.Json.Serialization;
using Ahoy.Model;

namespace Ahoy.Api;

/// <summary>A Version of a Function or an Asset: content, path and visibility, none of which ever changes.</summary>
public sealed record VersionResource
{
    /// <summary><c>ZN…</c></summary>
    public required string Sid { get; init; }

    /// <summary><c>AC…</c></summary>
    public required string AccountSid { get; init; }

    /// <summary><c>ZS…</c></summary>
    public required string ServiceSid { get; init; }

    /// <summary>The Function that it is a Version of (<c>ZH…</c>); null for an Asset's.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? FunctionSid { get; init; }

    /// <summary>The Asset that it is a Version of (<c>ZH…</c>); null for a Function's.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? AssetSid { get; init; }

    /// <summary>The path, with a leading slash.</summary>
    public required string Path { get; init; }

    /// <summary>Who can reach it.</summary>
    public required Visibility Visibility { get; init; }

    /// <summary>When it was created.</summary>
    public required DateTimeOffset DateCreated { get; init; }

    /// <summary>The absolute URL; left out where the Version stands in a Build.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Url { get; init; }

    /// <summary>The absolute URLs below it: the content of a Function's Version.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, string>? Links { get; init; }
}
