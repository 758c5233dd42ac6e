using System.Globalization;
using System.Security.Cryptography;
using Ahoy.Api;
using Microsoft.Data.Sqlite;

namespace Ahoy.Host.Storage;

/// <summary>The Services.</summary>
internal sealed class ServiceStore(Database database, TimeProvider time, ServiceLimit limit)
{
    private const string Select =
        "SELECT seq, sid, unique_name, friendly_name, include_credentials, ui_editable, domain_base, created, updated FROM services WHERE 1";

    public PageOf<ServiceRow> Page(PageRequest page) => database.Read(c => c.Page(Select, Map, page));

    /// <summary>Finds a Service by its SID or by its unique name, as the API allows.</summary>
    public ServiceRow? Find(string sidOrName) => database.Read(c => Find(c, sidOrName));

    /// <exception cref="ConflictException">The name is taken.</exception>
    /// <exception cref="LimitException">The account has as many Services as it may have.</exception>
    public Task<ServiceRow> CreateAsync(
        string uniqueName, string friendlyName, bool includeCredentials, bool uiEditable, CancellationToken cancellationToken) =>
        database.WriteAsync(
            c =>
            {
                if (Find(c, uniqueName) is { } taken)
                {
                    throw new ConflictException($"The unique name '{uniqueName}' is taken by the Service {taken.Sid}.");
                }

                if (c.Scalar<long>("SELECT count(*) FROM services") >= limit.Services)
                {
                    throw new LimitException(FormattableString.Invariant(
                        $"The account has {limit.Services} Services, and more are not allowed. Delete one that is not needed."));
                }

                var sid = Sid.New(Sid.Service);
                c.Execute(
                    """
                    INSERT INTO services (sid, unique_name, friendly_name, include_credentials, ui_editable, domain_base, created, updated)
                    VALUES ($sid, $unique_name, $friendly_name, $include_credentials, $ui_editable, $domain_base, $now, $now)
                    """,
                    ("$sid", sid),
                    ("$unique_name", uniqueName),
                    ("$friendly_name", friendlyName),
                    ("$include_credentials", includeCredentials),
                    ("$ui_editable", uiEditable),
                    ("$domain_base", FreeDomainBase(c, uniqueName)),
                    ("$now", time.GetUtcNow()));
                return Find(c, sid)!;
            },
            cancellationToken);

    /// <summary>Changes what is not null. Gives null where there is no such Service.</summary>
    public Task<ServiceRow?> UpdateAsync(
        string sid, string? friendlyName, bool? includeCredentials, bool? uiEditable, CancellationToken cancellationToken) =>
        database.WriteAsync(
            c =>
            {
                c.Execute(
                    """
                    UPDATE services SET
                        friendly_name = coalesce($friendly_name, friendly_name),
                        include_credentials = coalesce($include_credentials, include_credentials),
                        ui_editable = coalesce($ui_editable, ui_editable),
                        updated = $now
                    WHERE sid = $sid
                    """,
                    ("$sid", sid),
                    ("$friendly_name", friendlyName),
                    ("$include_credentials", includeCredentials),
                    ("$ui_editable", uiEditable),
                    ("$now", time.GetUtcNow()));
                return Find(c, sid);
            },
            cancellationToken);

    /// <summary>Deletes a Service with everything in it.</summary>
    public Task<bool> DeleteAsync(string sid, CancellationToken cancellationToken) =>
        database.WriteAsync(
            c =>
            {
                // An Environment refers to its Build without a cascade, because a Build in use must not go by itself.
                c.Execute("DELETE FROM environments WHERE service_sid = $sid", ("$sid", sid));
                return c.Execute("DELETE FROM services WHERE sid = $sid", ("$sid", sid)) > 0;
            },
            cancellationToken);

    private static ServiceRow? Find(SqliteConnection connection, string sidOrName) =>
        connection.Single(Select + " AND (sid = $id OR unique_name = $id)", Map, ("$id", sidOrName));

    private static string FreeDomainBase(SqliteConnection connection, string uniqueName)
    {
        while (true)
        {
            var digits = RandomNumberGenerator.GetInt32(1000, 10_000).ToString(CultureInfo.InvariantCulture);
            var domainBase = $"{uniqueName.ToLowerInvariant()}-{digits}";

            // Another Service's name may end in such digits, or an Environment's suffix be such.
            if (connection.Scalar<long>(
                    "SELECT (SELECT count(*) FROM services WHERE domain_base = $base) + (SELECT count(*) FROM environments WHERE domain_name LIKE $base || '.%')",
                    ("$base", domainBase)) == 0)
            {
                return domainBase;
            }
        }
    }

    private static ServiceRow Map(SqliteDataReader r) => new(
        r.GetInt64(0), r.GetString(1), r.GetString(2), r.GetString(3), r.GetBoolean(4), r.GetBoolean(5), r.GetString(6), r.Time(7), r.Time(8));
}
