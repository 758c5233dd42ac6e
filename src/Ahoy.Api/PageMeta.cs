namespace Ahoy.Api;

/// <summary>Where a page of a list stands in the list.</summary>
public sealed record PageMeta
{
    /// <summary>The absolute URL of the first page.</summary>
    public required string FirstPageUrl { get; init; }

    /// <summary>The name of the field that holds the page's resources.</summary>
    public required string Key { get; init; }

    /// <summary>The absolute URL of the next page, or null on the last one.</summary>
    public string? NextPageUrl { get; init; }

    /// <summary>The number of the page, from 0.</summary>
    public int Page { get; init; }

    /// <summary>How many resources a page holds at most.</summary>
    public int PageSize { get; init; }

    /// <summary>The absolute URL of the page before, or null on the first one.</summary>
    public string? PreviousPageUrl { get; init; }

    /// <summary>The absolute URL of this page.</summary>
    public required string Url { get; init; }
}
