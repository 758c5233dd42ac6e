using Ahoy.Api;
using Microsoft.Data.Sqlite;

namespace Ahoy.Host.Storage;

/// <summary>The Environments of the Services.</summary>
/// <param name="database">Where they are.</param>
/// <param name="time">What time it is.</param>
/// <param name="domain">What all domain names end with: <c>localhost</c>.</param>
internal sealed class EnvironmentStore(Database database, TimeProvider time, HostDomain domain)
{
    private const string Select =
        """
        SELECT seq, sid, service_sid, unique_name, domain_suffix, domain_name, build_sid, deployment_sid, created, updated
        FROM environments WHERE 1
        """;

    public PageOf<EnvironmentRow> Page(string serviceSid, PageRequest page) =>
        database.Read(c => c.Page(Select + " AND service_sid = $service", Map, page, ("$service", serviceSid)));

    /// <summary>Every Environment that has a Build: what the host serves.</summary>
    public IReadOnlyList<EnvironmentRow> Deployed() =>
        database.Read(c => c.Query(Select + " AND build_sid IS NOT NULL", Map));

    public EnvironmentRow? Find(string serviceSid, string sid) =>
        database.Read(c => c.Single(
            Select + " AND service_sid = $service AND (sid = $sid OR unique_name = $sid)", Map, ("$service", serviceSid), ("$sid", sid)));

    /// <exception cref="ConflictException">The name or the suffix is taken.</exception>
    public Task<EnvironmentRow> CreateAsync(
        ServiceRow service, string uniqueName, string? domainSuffix, CancellationToken cancellationToken)
    {
        var domainName = domainSuffix is null
            ? $"{service.DomainBase}.{domain.Name}"
            : $"{service.DomainBase}-{domainSuffix.ToLowerInvariant()}.{domain.Name}";
        return database.WriteAsync(
            c =>
            {
                var taken = c.Single(
                    Select + " AND ((service_sid = $service AND unique_name = $name) OR domain_name = $domain)",
                    Map,
                    ("$service", service.Sid),
                    ("$name", uniqueName),
                    ("$domain", domainName));
                if (taken is not null)
                {
                    throw new ConflictException(
                        taken.UniqueName == uniqueName && taken.ServiceSid == service.Sid
                            ? $"The unique name '{uniqueName}' is taken by the Environment {taken.Sid}."
                            : $"The domain name '{domainName}' is taken by the Environment {taken.Sid}.");
                }

                var sid = Sid.New(Sid.Environment);
                c.Execute(
                    """
                    INSERT INTO environments (sid, service_sid, unique_name, domain_suffix, domain_name, created, updated)
                    VALUES ($sid, $service, $name, $suffix, $domain, $now, $now)
                    """,
                    ("$sid", sid),
                    ("$service", service.Sid),
                    ("$name", uniqueName),
                    ("$suffix", domainSuffix),
                    ("$domain", domainName),
                    ("$now", time.GetUtcNow()));
                return c.Single(Select + " AND sid = $sid", Map, ("$sid", sid))!;
            },
            cancellationToken);
    }

    /// <summary>Deletes an Environment with its Deployments and variables.</summary>
    public Task<bool> DeleteAsync(string serviceSid, string sid, CancellationToken cancellationToken) =>
        database.WriteAsync(
            c => c.Execute("DELETE FROM environments WHERE service_sid = $service AND sid = $sid", ("$service", serviceSid), ("$sid", sid)) > 0,
            cancellationToken);

    private static EnvironmentRow Map(SqliteDataReader r) => new(
        r.GetInt64(0), r.GetString(1), r.GetString(2), r.GetString(3), r.Text(4), r.GetString(5), r.Text(6), r.Text(7), r.Time(8), r.Time(9));
}
