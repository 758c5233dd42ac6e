using System.Text.Json;
using Ahoy.Api;
using Ahoy.Model;
using Microsoft.Data.Sqlite;

namespace Ahoy.Host.Storage;

/// <summary>The Builds of the Services.</summary>
internal sealed class BuildStore(Database database, TimeProvider time)
{
    private const string Select =
        "SELECT seq, sid, service_sid, status, runtime, dependencies, modules_key, errors, created, updated FROM builds WHERE 1";

    public PageOf<BuildRow> Page(string serviceSid, PageRequest page) =>
        database.Read(c => c.Page(Select + " AND service_sid = $service", Map, page, ("$service", serviceSid)));

    public BuildRow? Find(string serviceSid, string sid) =>
        database.Read(c => c.Single(Select + " AND service_sid = $service AND sid = $sid", Map, ("$service", serviceSid), ("$sid", sid)));

    public BuildRow? Find(string sid) => database.Read(c => c.Single(Select + " AND sid = $sid", Map, ("$sid", sid)));

    /// <summary>The runtime of a Service's last Build with Functions that succeeded; null where there is none.</summary>
    public string? LastRuntime(string serviceSid) => database.Read(c => c.Scalar<string>(
        """
        SELECT runtime FROM builds WHERE service_sid = $service AND status = $completed AND EXISTS (
            SELECT 1 FROM build_versions JOIN versions ON versions.sid = version_sid WHERE build_sid = builds.sid AND versions.kind = $function)
        ORDER BY seq DESC LIMIT 1
        """,
        ("$service", serviceSid),
        ("$completed", (int)BuildStatus.Completed),
        ("$function", (int)ResourceKind.Function)));

    /// <summary>The Builds that are not done: after a crash they are taken up again.</summary>
    public IReadOnlyList<BuildRow> InProgress() =>
        database.Read(c => c.Query(Select + " AND status = 0 ORDER BY seq", Map));

    public Task<BuildRow> CreateAsync(
        string serviceSid,
        string runtime,
        IReadOnlyList<BuildDependency> dependencies,
        IEnumerable<VersionRow> versions,
        CancellationToken cancellationToken) =>
        database.WriteAsync(
            c =>
            {
                var sid = Sid.New(Sid.Build);
                c.Execute(
                    """
                    INSERT INTO builds (sid, service_sid, status, runtime, dependencies, created, updated)
                    VALUES ($sid, $service, $status, $runtime, $dependencies, $now, $now)
                    """,
                    ("$sid", sid),
                    ("$service", serviceSid),
                    ("$status", BuildStatus.Building),
                    ("$runtime", runtime),
                    ("$dependencies", JsonSerializer.Serialize([.. dependencies], ContractsJson.Default.BuildDependencyArray)),
                    ("$now", time.GetUtcNow()));
                foreach (var version in versions)
                {
                    c.Execute(
                        "INSERT INTO build_versions (build_sid, version_sid) VALUES ($build, $version)",
                        ("$build", sid),
                        ("$version", version.Sid));
                }

                return c.Single(Select + " AND sid = $sid", Map, ("$sid", sid))!;
            },
            cancellationToken);

    /// <summary>Notes how a Build ended. A Build that has ended never changes again.</summary>
    /// <param name="sid">The Build.</param>
    /// <param name="modulesKey">The key of its npm modules, or null where it has none.</param>
    /// <param name="errors">Why it failed; empty where it is completed.</param>
    /// <param name="cancellationToken">Stops before anything is written.</param>
    public Task<bool> FinishAsync(string sid, string? modulesKey, IReadOnlyList<string> errors, CancellationToken cancellationToken) =>
        database.WriteAsync(
            c => c.Execute(
                "UPDATE builds SET status = $status, modules_key = $modules, errors = $errors, updated = $now WHERE sid = $sid AND status = 0",
                ("$sid", sid),
                ("$status", errors.Count == 0 ? BuildStatus.Completed : BuildStatus.Failed),
                ("$modules", modulesKey),
                ("$errors", errors.Count == 0 ? null : JsonSerializer.Serialize(errors, ContractsJson.Default.IReadOnlyListString)),
                ("$now", time.GetUtcNow())) > 0,
            cancellationToken);

    /// <exception cref="ConflictException">An Environment serves it.</exception>
    public Task<bool> DeleteAsync(string serviceSid, string sid, CancellationToken cancellationToken) =>
        database.WriteAsync(
            c =>
            {
                var environment = c.Scalar<string>("SELECT sid FROM environments WHERE build_sid = $sid", ("$sid", sid));
                if (environment is not null)
                {
                    throw new ConflictException($"The Build {sid} is deployed in the Environment {environment}.");
                }

                var deleted = c.Execute("DELETE FROM builds WHERE service_sid = $service AND sid = $sid", ("$service", serviceSid), ("$sid", sid)) > 0;
                ResourceStore.PurgeHidden(c, serviceSid);
                return deleted;
            },
            cancellationToken);

    private static BuildRow Map(SqliteDataReader r) => new(
        r.GetInt64(0),
        r.GetString(1),
        r.GetString(2),
        (BuildStatus)r.GetInt32(3),
        r.GetString(4),
        JsonSerializer.Deserialize(r.GetString(5), ContractsJson.Default.BuildDependencyArray)!,
        r.Text(6),
        r.Text(7) is { } errors ? JsonSerializer.Deserialize(errors, ContractsJson.Default.IReadOnlyListString)! : [],
        r.Time(8),
        r.Time(9));
}
