using System.Runtime.CompilerServices;
using System.Text.Json.Serialization.Metadata;
using Ahoy.Deploy.Http;

namespace Ahoy.Deploy.Client;

/// <summary>Reads lists page by page.</summary>
internal static class Listing
{
    private const int PageSize = 100;

    /// <summary>All resources of a list, newest first.</summary>
    public static async IAsyncEnumerable<T> ListAsync<T>(
        this ApiConnection connection, string path, JsonTypeInfo<T> type, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var next = path + (path.Contains('?', StringComparison.Ordinal) ? "&" : "?") + FormattableString.Invariant($"PageSize={PageSize}");
        while (true)
        {
            var page = await connection.GetPageAsync(next, type, cancellationToken);
            foreach (var item in page.Items)
            {
                yield return item;
            }

            if (page.Meta.NextPageUrl is not { } url)
            {
                yield break;
            }

            // Only the query is taken over: the credentials go nowhere else than they went for the first page.
            next = path.Split('?')[0] + new Uri(url).Query;
        }
    }
}
