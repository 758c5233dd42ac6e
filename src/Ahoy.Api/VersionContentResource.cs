namespace Ahoy.Api;

/// <summary>The source of a Version of a Function.</summary>
public sealed record VersionContentResource
{
    /// <summary><c>ZN…</c>, the Version's.</summary>
    public required string Sid { get; init; }

    /// <summary><c>AC…</c></summary>
    public required string AccountSid { get; init; }

    /// <summary><c>ZS…</c></summary>
    public required string ServiceSid { get; init; }

    /// <summary><c>ZH…</c></summary>
    public required string FunctionSid { get; init; }

    /// <summary>The source.</summary>
    public required string Content { get; init; }

    /// <summary>The absolute URL of this resource.</summary>
    public required string Url { get; init; }
}
