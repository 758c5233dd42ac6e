namespace Ahoy.Api;

/// <summary>A Function or an Asset: a name that Versions hang on. The API gives both the same fields.</summary>
public sealed record NamedResource
{
    /// <summary><c>ZH…</c></summary>
    public required string Sid { get; init; }

    /// <summary><c>AC…</c></summary>
    public required string AccountSid { get; init; }

    /// <summary><c>ZS…</c></summary>
    public required string ServiceSid { get; init; }

    /// <summary>The name, which the deploy tools set to the path; at most 255 characters, and not unique by itself.</summary>
    public required string FriendlyName { get; init; }

    /// <summary>When it was created.</summary>
    public required DateTimeOffset DateCreated { get; init; }

    /// <summary>When it was last changed.</summary>
    public required DateTimeOffset DateUpdated { get; init; }

    /// <summary>The absolute URL of this resource.</summary>
    public required string Url { get; init; }

    /// <summary>The absolute URLs of the lists below it.</summary>
    public IReadOnlyDictionary<string, string>? Links { get; init; }
}
