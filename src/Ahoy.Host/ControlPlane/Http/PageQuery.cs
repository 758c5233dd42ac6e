using System.Globalization;
using Ahoy.Api;
using Ahoy.Host.Storage;

namespace Ahoy.Host.ControlPlane.Http;

/// <summary>
/// The paging parameters of a list: <c>PageSize</c> (1 to 1000, 50 by default), <c>PageToken</c> (from a page's <c>meta</c>) and
/// <c>Page</c>, which only counts.
/// </summary>
internal sealed record PageQuery(int Size, int Number, PageRequest Place)
{
    private const int DefaultSize = 50;
    private const int MaxSize = 1000;

    // A token says after which row (PA) or before which one (PB) its page is.
    private const string OlderToken = "PA";
    private const string NewerToken = "PB";

    /// <exception cref="ApiException">A parameter is not allowed.</exception>
    public static PageQuery Parse(IQueryCollection query)
    {
        var size = Number32(query, "PageSize", 1) ?? DefaultSize;
        var number = Number32(query, "Page", 0) ?? 0;
        size = Math.Min(size, MaxSize);
        return new PageQuery(size, number, PlaceOf(size, query["PageToken"]));
    }

    /// <summary>Where the page stands, with the addresses of its neighbours.</summary>
    public PageMeta Meta<T>(HttpRequest request, string key, PageOf<T> page)
        where T : IRow
    {
        var filters = string.Concat(request.Query
            .Where(p => p.Key is not ("PageSize" or "Page" or "PageToken"))
            .Select(p => $"{Uri.EscapeDataString(p.Key)}={Uri.EscapeDataString(p.Value.ToString())}&"));
        var list = $"{ResourceUrls.Base(request)}{request.Path}?{filters}";

        string Url(int number, string? token) => string.Create(
            CultureInfo.InvariantCulture, $"{list}PageSize={Size}&Page={number}{(token is null ? "" : $"&PageToken={token}")}");

        return new PageMeta
        {
            Key = key,
            Page = Number,
            PageSize = Size,
            FirstPageUrl = Url(0, null),
            Url = Url(Number, request.Query["PageToken"] is { Count: > 0 } token ? token.ToString() : null),
            NextPageUrl = page is { HasOlder: true, Rows: [.., var last] } ? Url(Number + 1, Token(OlderToken, last.Seq)) : null,
            PreviousPageUrl = page is { HasNewer: true, Rows: [var first, ..] } ? Url(Math.Max(0, Number - 1), Token(NewerToken, first.Seq)) : null,
        };
    }

    private static string Token(string kind, long seq) => string.Create(CultureInfo.InvariantCulture, $"{kind}{seq:x}");

    private static PageRequest PlaceOf(int size, string? token)
    {
        if (string.IsNullOrEmpty(token))
        {
            return new PageRequest(size);
        }

        if (token.Length > 2 && long.TryParse(token.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var place))
        {
            if (token.StartsWith(OlderToken, StringComparison.Ordinal))
            {
                return new PageRequest(size, Before: place);
            }

            if (token.StartsWith(NewerToken, StringComparison.Ordinal))
            {
                return new PageRequest(size, After: place);
            }
        }

        throw ApiException.Invalid("PageToken: not a token of this list's pages.");
    }

    private static int? Number32(IQueryCollection query, string name, int minimum)
    {
        var text = query[name].ToString();
        if (text.Length == 0)
        {
            return null;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= minimum
            ? value
            : throw ApiException.Invalid($"{name}: '{text}' is no number of at least {minimum.ToString(CultureInfo.InvariantCulture)}.");
    }
}
