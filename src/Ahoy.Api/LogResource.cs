namespace Ahoy.Api;

/// <summary>A line of an Environment's log. Page: Debug your Function(s).</summary>
public sealed record LogResource
{
    /// <summary><c>NO…</c></summary>
    public required string Sid { get; init; }

    /// <summary><c>AC…</c></summary>
    public required string AccountSid { get; init; }

    /// <summary><c>ZS…</c></summary>
    public required string ServiceSid { get; init; }

    /// <summary><c>ZE…</c></summary>
    public required string EnvironmentSid { get; init; }

    /// <summary><c>ZB…</c></summary>
    public string? BuildSid { get; init; }

    /// <summary><c>ZD…</c></summary>
    public string? DeploymentSid { get; init; }

    /// <summary>The Function that wrote it (<c>ZH…</c>).</summary>
    public string? FunctionSid { get; init; }

    /// <summary>The request that it was written in (<c>RQ…</c>).</summary>
    public string? RequestSid { get; init; }

    /// <summary><c>INFO</c>, <c>WARNING</c> or <c>ERROR</c>.</summary>
    public required string Level { get; init; }

    /// <summary>The text.</summary>
    public required string Message { get; init; }

    /// <summary>When it was written.</summary>
    public required DateTimeOffset DateCreated { get; init; }

    /// <summary>The absolute URL of this resource.</summary>
    public required string Url { get; init; }
}
