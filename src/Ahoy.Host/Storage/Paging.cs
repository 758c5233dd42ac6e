using Microsoft.Data.Sqlite;

namespace Ahoy.Host.Storage;

/// <summary>
/// Pages by place and not by number: rows that come or go while somebody pages neither repeat others nor hide them.
/// </summary>
internal static class Paging
{
    /// <summary>Reads one page.</summary>
    /// <param name="connection">Where to read.</param>
    /// <param name="select">A SELECT with a WHERE, without ORDER BY.</param>
    /// <param name="map">Makes a row of a record.</param>
    /// <param name="page">Which page.</param>
    /// <param name="parameters">The parameters of <paramref name="select"/>.</param>
    public static PageOf<T> Page<T>(
        this SqliteConnection connection,
        string select,
        Func<SqliteDataReader, T> map,
        PageRequest page,
        params ReadOnlySpan<(string Name, object? Value)> parameters)
        where T : IRow
    {
        var backwards = page.After is not null;
        var sql = backwards
            ? select + " AND seq > $place ORDER BY seq ASC LIMIT $limit"
            : select + " AND seq < $place ORDER BY seq DESC LIMIT $limit";
        var rows = connection.Query(
            sql,
            map,
            [.. parameters, ("$place", page.After ?? page.Before ?? long.MaxValue), ("$limit", page.Size + 1)]);

        var hasMore = rows.Count > page.Size;
        if (hasMore)
        {
            rows.RemoveAt(page.Size);
        }

        if (backwards)
        {
            rows.Reverse();
            return new PageOf<T>(rows, hasMore, HasOlder: true);
        }

        return new PageOf<T>(rows, HasNewer: page.Before is not null, hasMore);
    }
}
