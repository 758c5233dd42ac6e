using System.Text.Json.Nodes;
using Ahoy.Api;
using Ahoy.Model;
using Microsoft.Data.Sqlite;

namespace Ahoy.Host.Storage;

/// <summary>The Versions of the Functions and Assets. They are made once and never changed.</summary>
internal sealed class VersionStore(Database database, TimeProvider time)
{
    private const string Columns =
        "seq, sid, service_sid, resource_sid, kind, path, visibility, content_type, size, sha256, created";

    private const string Select = $"SELECT {Columns} FROM versions WHERE 1";

    public PageOf<VersionRow> Page(string resourceSid, PageRequest page) =>
        database.Read(c => c.Page(Select + " AND resource_sid = $resource", Map, page, ("$resource", resourceSid)));

    public VersionRow? Find(string resourceSid, string sid) =>
        database.Read(c => c.Single(
            Select + " AND resource_sid = $resource AND sid = $sid", Map, ("$resource", resourceSid), ("$sid", sid)));

    /// <summary>The Versions of a Service among some SIDs; what the Service does not have is left out.</summary>
    public IReadOnlyList<VersionRow> FindAll(string serviceSid, ResourceKind kind, IReadOnlyCollection<string> sids) =>
        database.Read(c => c.Query(
            Select + " AND service_sid = $service AND kind = $kind AND sid IN (SELECT value FROM json_each($sids))",
            Map,
            ("$service", serviceSid),
            ("$kind", kind),
            ("$sids", new JsonArray([.. sids.Select(s => JsonValue.Create(s))]).ToJsonString())));

    /// <summary>The Versions in a Build, in the order in which they were made.</summary>
    public IReadOnlyList<VersionRow> InBuild(string buildSid) =>
        database.Read(c => c.Query(
            Select + " AND sid IN (SELECT version_sid FROM build_versions WHERE build_sid = $build) ORDER BY seq", Map, ("$build", buildSid)));

    public Task<VersionRow> CreateAsync(
        ResourceRow resource, string path, Visibility visibility, string contentType, StoredContent content, CancellationToken cancellationToken) =>
        database.WriteAsync(
            c =>
            {
                var sid = Sid.New(Sid.Version);
                c.Execute(
                    $"""
                    INSERT INTO versions (sid, service_sid, resource_sid, kind, path, visibility, content_type, size, sha256, created)
                    VALUES ($sid, $service, $resource, $kind, $path, $visibility, $content_type, $size, $sha256, $now)
                    """,
                    ("$sid", sid),
                    ("$service", resource.ServiceSid),
                    ("$resource", resource.Sid),
                    ("$kind", resource.Kind),
                    ("$path", path),
                    ("$visibility", visibility),
                    ("$content_type", contentType),
                    ("$size", content.Size),
                    ("$sha256", content.Sha256),
                    ("$now", time.GetUtcNow()));
                return c.Single(Select + " AND sid = $sid", Map, ("$sid", sid))!;
            },
            cancellationToken);

    /// <summary>Whether a Version has this content.</summary>
    public bool UsesContent(string sha256) =>
        database.Read(c => c.Scalar<long>("SELECT count(*) FROM versions WHERE sha256 = $sha256", ("$sha256", sha256)) > 0);

    private static VersionRow Map(SqliteDataReader r) => new(
        r.GetInt64(0),
        r.GetString(1),
        r.GetString(2),
        r.GetString(3),
        r.Kind(4),
        r.GetString(5),
        (Visibility)r.GetInt32(6),
        r.GetString(7),
        r.GetInt64(8),
        r.GetString(9),
        r.Time(10));
}
