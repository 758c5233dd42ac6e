namespace Ahoy.Api;

/// <summary>A Service: the container of Functions, Assets, Builds and Environments. Page: Create a Service.</summary>
public sealed record ServiceResource
{
    /// <summary><c>ZS…</c></summary>
    public required string Sid { get; init; }

    /// <summary><c>AC…</c></summary>
    public required string AccountSid { get; init; }

    /// <summary>What people read; at most 255 characters.</summary>
    public required string FriendlyName { get; init; }

    /// <summary>The name: unique in the account, and never changed.</summary>
    public required string UniqueName { get; init; }

    /// <summary>Whether Functions get the account SID and the Auth Token.</summary>
    public required bool IncludeCredentials { get; init; }

    /// <summary>Whether the platform's console may edit the Service.</summary>
    public required bool UiEditable { get; init; }

    /// <summary>The part that all domain names of the Service begin with: <c>name-1234</c>.</summary>
    public required string DomainBase { get; init; }

    /// <summary>When it was created.</summary>
    public required DateTimeOffset DateCreated { get; init; }

    /// <summary>When it was last changed.</summary>
    public required DateTimeOffset DateUpdated { get; init; }

    /// <summary>The absolute URL of this resource.</summary>
    public required string Url { get; init; }

    /// <summary>The absolute URLs of the lists below it.</summary>
    public IReadOnlyDictionary<string, string>? Links { get; init; }
}
