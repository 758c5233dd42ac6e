using System.Text;
using Ahoy.Api;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;

namespace Ahoy.Host.Storage;

/// <summary>
/// The variables of the Environments. Values are encrypted, each for its Environment alone: moved to another row, none can be read.
/// </summary>
internal sealed class VariableStore(Database database, TimeProvider time, IDataProtectionProvider protection)
{
    private const string Purpose = "Ahoy.Variables";

    private const string Select =
        "SELECT seq, sid, service_sid, environment_sid, key, value, created, updated FROM variables WHERE 1";

    public PageOf<VariableRow> Page(string environmentSid, PageRequest page) =>
        database.Read(c => c.Page(Select + " AND environment_sid = $environment", Map, page, ("$environment", environmentSid)));

    public VariableRow? Find(string environmentSid, string sid) =>
        database.Read(c => Find(c, environmentSid, sid));

    /// <summary>All variables of an Environment, in the order in which they were made.</summary>
    public IReadOnlyList<VariableRow> All(string environmentSid) =>
        database.Read(c => All(c, environmentSid));

    /// <exception cref="ConflictException">The key is taken.</exception>
    /// <exception cref="LimitException">All variables together would be too large.</exception>
    public Task<VariableRow> CreateAsync(EnvironmentRow environment, string key, string value, CancellationToken cancellationToken) =>
        database.WriteAsync(
            c =>
            {
                var all = All(c, environment.Sid);
                ThrowIfTaken(all, key, except: null);
                VariableLimit.ThrowIfExceeded(all.Select(v => (v.Key, v.Value)).Append((key, value)));
                var sid = Sid.New(Sid.Variable);
                c.Execute(
                    """
                    INSERT INTO variables (sid, service_sid, environment_sid, key, value, created, updated)
                    VALUES ($sid, $service, $environment, $key, $value, $now, $now)
                    """,
                    ("$sid", sid),
                    ("$service", environment.ServiceSid),
                    ("$environment", environment.Sid),
                    ("$key", key),
                    ("$value", Protect(environment.Sid, value)),
                    ("$now", time.GetUtcNow()));
                return Find(c, environment.Sid, sid)!;
            },
            cancellationToken);

    /// <summary>Changes what is not null. Gives null where there is no such variable.</summary>
    /// <exception cref="ConflictException">The key is taken.</exception>
    /// <exception cref="LimitException">All variables together would be too large.</exception>
    public Task<VariableRow?> UpdateAsync(
        string environmentSid, string sid, string? key, string? value, CancellationToken cancellationToken) =>
        database.WriteAsync(
            c =>
            {
                var all = All(c, environmentSid);
                if (all.FirstOrDefault(v => v.Sid == sid) is not { } old)
                {
                    return null;
                }

                var newKey = key ?? old.Key;
                var newValue = value ?? old.Value;
                ThrowIfTaken(all, newKey, except: sid);
                VariableLimit.ThrowIfExceeded(all.Select(v => v.Sid == sid ? (newKey, newValue) : (v.Key, v.Value)));
                c.Execute(
                    "UPDATE variables SET key = $key, value = $value, updated = $now WHERE sid = $sid",
                    ("$sid", sid),
                    ("$key", newKey),
                    ("$value", Protect(environmentSid, newValue)),
                    ("$now", time.GetUtcNow()));
                return Find(c, environmentSid, sid);
            },
            cancellationToken);

    public Task<bool> DeleteAsync(string environmentSid, string sid, CancellationToken cancellationToken) =>
        database.WriteAsync(
            c => c.Execute(
                "DELETE FROM variables WHERE environment_sid = $environment AND sid = $sid", ("$environment", environmentSid), ("$sid", sid)) > 0,
            cancellationToken);

    private static void ThrowIfTaken(IReadOnlyList<VariableRow> all, string key, string? except)
    {
        if (all.FirstOrDefault(v => v.Key == key && v.Sid != except) is { } taken)
        {
            throw new ConflictException($"The key '{key}' is taken by the Variable {taken.Sid}.");
        }
    }

    private List<VariableRow> All(SqliteConnection connection, string environmentSid) =>
        connection.Query(Select + " AND environment_sid = $environment ORDER BY seq", Map, ("$environment", environmentSid));

    private VariableRow? Find(SqliteConnection connection, string environmentSid, string sid) =>
        connection.Single(
            Select + " AND environment_sid = $environment AND sid = $sid", Map, ("$environment", environmentSid), ("$sid", sid));

    private VariableRow Map(SqliteDataReader r) => new(
        r.GetInt64(0),
        r.GetString(1),
        r.GetString(2),
        r.GetString(3),
        r.GetString(4),
        Encoding.UTF8.GetString(Protector(r.GetString(3)).Unprotect(r.GetFieldValue<byte[]>(5))),
        r.Time(6),
        r.Time(7));

    private byte[] Protect(string environmentSid, string value) =>
        Protector(environmentSid).Protect(Encoding.UTF8.GetBytes(value));

    private IDataProtector Protector(string environmentSid) => protection.CreateProtector(Purpose, environmentSid);
}
