using Microsoft.Data.Sqlite;

namespace Ahoy.Host.Storage;

/// <summary>
/// The log lines of all Environments, in a database of their own: they come in numbers, and the last of them may be lost where a
/// Service's data may not. Lines are kept for 30 days, as the platform does.
/// </summary>
internal sealed class LogDatabase : IDisposable
{
    /// <summary>How long a line is kept.</summary>
    public static readonly TimeSpan Retention = TimeSpan.FromDays(30);

    private const string Select =
        """
        SELECT seq, sid, service_sid, environment_sid, build_sid, deployment_sid, function_sid, request_sid, level, message, created
        FROM logs WHERE 1
        """;

    private readonly string _connectionString;
    private readonly SqliteConnection _writer;
    private readonly Lock _writing = new();

    private LogDatabase(string connectionString, SqliteConnection writer)
    {
        _connectionString = connectionString;
        _writer = writer;
    }

    public static LogDatabase Open(string file)
    {
        var connectionString = new SqliteConnectionStringBuilder { DataSource = file, DefaultTimeout = 30 }.ConnectionString;
        var writer = new SqliteConnection(connectionString);
        writer.Open();
        writer.Execute("PRAGMA journal_mode = WAL");
        writer.Execute("PRAGMA synchronous = NORMAL");
        writer.Execute(
            """
            CREATE TABLE IF NOT EXISTS logs (
                seq INTEGER PRIMARY KEY AUTOINCREMENT,
                sid TEXT NOT NULL,
                service_sid TEXT NOT NULL,
                environment_sid TEXT NOT NULL,
                build_sid TEXT,
                deployment_sid TEXT,
                function_sid TEXT,
                request_sid TEXT,
                level INTEGER NOT NULL,
                message TEXT NOT NULL,
                created INTEGER NOT NULL
            ) STRICT;
            CREATE INDEX IF NOT EXISTS logs_by_environment ON logs (environment_sid, seq);
            CREATE INDEX IF NOT EXISTS logs_by_sid ON logs (sid);
            CREATE INDEX IF NOT EXISTS logs_by_time ON logs (created);
            """);
        return new LogDatabase(connectionString, writer);
    }

    /// <summary>Writes lines in one transaction.</summary>
    public void Add(IReadOnlyList<LogRow> rows)
    {
        lock (_writing)
        {
            using var transaction = _writer.BeginTransaction();
            foreach (var row in rows)
            {
                _writer.Execute(
                    """
                    INSERT INTO logs (sid, service_sid, environment_sid, build_sid, deployment_sid, function_sid, request_sid, level, message, created)
                    VALUES ($sid, $service, $environment, $build, $deployment, $function, $request, $level, $message, $created)
                    """,
                    ("$sid", row.Sid),
                    ("$service", row.ServiceSid),
                    ("$environment", row.EnvironmentSid),
                    ("$build", row.BuildSid),
                    ("$deployment", row.DeploymentSid),
                    ("$function", row.FunctionSid),
                    ("$request", row.RequestSid),
                    ("$level", row.Level),
                    ("$message", row.Message),
                    ("$created", row.Created));
            }

            transaction.Commit();
        }
    }

    /// <summary>A page of an Environment's lines, newest first.</summary>
    public PageOf<LogRow> Page(string environmentSid, LogFilter filter, PageRequest page) => Read(c => c.Page(
        Select + " AND environment_sid = $environment AND ($function IS NULL OR function_sid = $function) AND created >= $from AND created <= $to",
        Map,
        page,
        ("$environment", environmentSid),
        ("$function", filter.FunctionSid),
        ("$from", filter.From),
        ("$to", filter.To)));

    public LogRow? Find(string environmentSid, string sid) => Read(c => c.Single(
        Select + " AND environment_sid = $environment AND sid = $sid", Map, ("$environment", environmentSid), ("$sid", sid)));

    /// <summary>Removes what is older than <see cref="Retention"/>.</summary>
    public int RemoveOld(DateTimeOffset now)
    {
        lock (_writing)
        {
            return _writer.Execute("DELETE FROM logs WHERE created < $oldest", ("$oldest", now - Retention));
        }
    }

    public void Dispose()
    {
        _writer.Dispose();
        using var pooled = new SqliteConnection(_connectionString);
        SqliteConnection.ClearPool(pooled);
    }

    private static LogRow Map(SqliteDataReader r) => new(
        r.GetInt64(0),
        r.GetString(1),
        r.GetString(2),
        r.GetString(3),
        r.Text(4),
        r.Text(5),
        r.Text(6),
        r.Text(7),
        (Logs.OutputLevel)r.GetInt32(8),
        r.GetString(9),
        r.Time(10));

    private T Read<T>(Func<SqliteConnection, T> read)
    {
        using var connection = new SqliteConnection(_connectionString);
        connection.Open();
        return read(connection);
    }
}
