using Ahoy.Api;
using Microsoft.Data.Sqlite;

namespace Ahoy.Host.Storage;

/// <summary>The Deployments of the Environments.</summary>
internal sealed class DeploymentStore(Database database, TimeProvider time)
{
    private const string Select =
        "SELECT seq, sid, service_sid, environment_sid, build_sid, created FROM deployments WHERE 1";

    public PageOf<DeploymentRow> Page(string environmentSid, PageRequest page) =>
        database.Read(c => c.Page(Select + " AND environment_sid = $environment", Map, page, ("$environment", environmentSid)));

    public DeploymentRow? Find(string environmentSid, string sid) =>
        database.Read(c => c.Single(
            Select + " AND environment_sid = $environment AND sid = $sid", Map, ("$environment", environmentSid), ("$sid", sid)));

    /// <summary>Notes a Deployment and the Build that its Environment serves from now on, both or neither.</summary>
    /// <exception cref="ConflictException">The Environment is gone, or serves this Build already.</exception>
    public Task<DeploymentRow> CreateAsync(EnvironmentRow environment, string buildSid, CancellationToken cancellationToken) =>
        database.WriteAsync(
            c =>
            {
                if (c.Scalar<string>("SELECT build_sid FROM environments WHERE sid = $environment", ("$environment", environment.Sid)) == buildSid)
                {
                    throw new ConflictException($"The Build {buildSid} is live in the Environment {environment.Sid} already.");
                }

                var sid = Sid.New(Sid.Deployment);
                var now = time.GetUtcNow();
                var changed = c.Execute(
                    "UPDATE environments SET build_sid = $build, deployment_sid = $sid, updated = $now WHERE sid = $environment",
                    ("$build", buildSid),
                    ("$sid", sid),
                    ("$environment", environment.Sid),
                    ("$now", now));
                if (changed == 0)
                {
                    throw new ConflictException($"The Environment {environment.Sid} was deleted.");
                }

                c.Execute(
                    """
                    INSERT INTO deployments (sid, service_sid, environment_sid, build_sid, created)
                    VALUES ($sid, $service, $environment, $build, $now)
                    """,
                    ("$sid", sid),
                    ("$service", environment.ServiceSid),
                    ("$environment", environment.Sid),
                    ("$build", buildSid),
                    ("$now", now));
                return c.Single(Select + " AND sid = $sid", Map, ("$sid", sid))!;
            },
            cancellationToken);

    private static DeploymentRow Map(SqliteDataReader r) => new(
        r.GetInt64(0), r.GetString(1), r.GetString(2), r.GetString(3), r.GetString(4), r.Time(5));
}
