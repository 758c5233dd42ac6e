using Ahoy.Api;
using Ahoy.Model;
using Microsoft.Data.Sqlite;

namespace Ahoy.Host.Storage;

/// <summary>The Functions and Assets of the Services.</summary>
internal sealed class ResourceStore(Database database, TimeProvider time)
{
    private const string Select =
        "SELECT seq, sid, service_sid, kind, friendly_name, created, updated FROM resources WHERE deleted = 0";

    public PageOf<ResourceRow> Page(string serviceSid, ResourceKind kind, PageRequest page) =>
        database.Read(c => c.Page(
            Select + " AND service_sid = $service AND kind = $kind", Map, page, ("$service", serviceSid), ("$kind", kind)));

    public ResourceRow? Find(string serviceSid, ResourceKind kind, string sid) =>
        database.Read(c => c.Single(
            Select + " AND service_sid = $service AND kind = $kind AND sid = $sid",
            Map,
            ("$service", serviceSid),
            ("$kind", kind),
            ("$sid", sid)));

    public Task<ResourceRow> CreateAsync(string serviceSid, ResourceKind kind, string friendlyName, CancellationToken cancellationToken) =>
        database.WriteAsync(
            c =>
            {
                var sid = Sid.New(Sid.Resource);
                c.Execute(
                    """
                    INSERT INTO resources (sid, service_sid, kind, friendly_name, created, updated)
                    VALUES ($sid, $service, $kind, $name, $now, $now)
                    """,
                    ("$sid", sid),
                    ("$service", serviceSid),
                    ("$kind", kind),
                    ("$name", friendlyName),
                    ("$now", time.GetUtcNow()));
                return c.Single(Select + " AND sid = $sid", Map, ("$sid", sid))!;
            },
            cancellationToken);

    /// <summary>Renames a Function or an Asset. Gives null where there is no such one.</summary>
    public Task<ResourceRow?> RenameAsync(
        string serviceSid, ResourceKind kind, string sid, string friendlyName, CancellationToken cancellationToken) =>
        database.WriteAsync(
            c =>
            {
                c.Execute(
                    "UPDATE resources SET friendly_name = $name, updated = $now WHERE deleted = 0 AND service_sid = $service AND kind = $kind AND sid = $sid",
                    ("$sid", sid),
                    ("$service", serviceSid),
                    ("$kind", kind),
                    ("$name", friendlyName),
                    ("$now", time.GetUtcNow()));
                return c.Single(
                    Select + " AND service_sid = $service AND kind = $kind AND sid = $sid",
                    Map,
                    ("$service", serviceSid),
                    ("$kind", kind),
                    ("$sid", sid));
            },
            cancellationToken);

    /// <summary>
    /// Deletes a Function or an Asset. Builds that hold one of its Versions go on running, for which it stays hidden until they
    /// are gone.
    /// </summary>
    public Task<bool> DeleteAsync(string serviceSid, ResourceKind kind, string sid, CancellationToken cancellationToken) =>
        database.WriteAsync(
            c =>
            {
                var hidden = c.Execute(
                    "UPDATE resources SET deleted = 1 WHERE deleted = 0 AND service_sid = $service AND kind = $kind AND sid = $sid",
                    ("$sid", sid),
                    ("$service", serviceSid),
                    ("$kind", kind)) > 0;
                PurgeHidden(c, serviceSid);
                return hidden;
            },
            cancellationToken);

    /// <summary>Removes what was deleted and is in no Build any longer.</summary>
    internal static void PurgeHidden(SqliteConnection connection, string serviceSid) =>
        connection.Execute(
            """
            DELETE FROM resources WHERE service_sid = $service AND deleted = 1 AND NOT EXISTS (
                SELECT 1 FROM versions v JOIN build_versions b ON b.version_sid = v.sid WHERE v.resource_sid = resources.sid)
            """,
            ("$service", serviceSid));

    private static ResourceRow Map(SqliteDataReader r) => new(
        r.GetInt64(0), r.GetString(1), r.GetString(2), r.Kind(3), r.GetString(4), r.Time(5), r.Time(6));
}
