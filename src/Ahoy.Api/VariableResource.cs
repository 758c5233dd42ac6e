namespace Ahoy.Api;

/// <summary>A variable of an Environment. Page: Environment Variables.</summary>
public sealed record VariableResource
{
    /// <summary><c>ZV…</c></summary>
    public required string Sid { get; init; }

    /// <summary><c>AC…</c></summary>
    public required string AccountSid { get; init; }

    /// <summary><c>ZS…</c></summary>
    public required string ServiceSid { get; init; }

    /// <summary><c>ZE…</c></summary>
    public required string EnvironmentSid { get; init; }

    /// <summary>The name: unique in the Environment; at most 128 characters.</summary>
    public required string Key { get; init; }

    /// <summary>The value, which may be a secret: it is never printed unless asked for.</summary>
    public required string Value { get; init; }

    /// <summary>When it was created.</summary>
    public required DateTimeOffset DateCreated { get; init; }

    /// <summary>When it was last changed.</summary>
    public required DateTimeOffset DateUpdated { get; init; }

    /// <summary>The absolute URL of this resource.</summary>
    public required string Url { get; init; }

    /// <summary>The name alone, so that no log shows the value.</summary>
    public override string ToString() => Key;
}
