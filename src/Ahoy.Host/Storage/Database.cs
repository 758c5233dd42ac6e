using Microsoft.Data.Sqlite;

namespace Ahoy.Host.Storage;

/// <summary>
/// The SQLite database of a data folder. What <see cref="WriteAsync{T}"/> has returned from is on the disk: the log is written ahead
/// and synchronised at each commit.
/// </summary>
internal sealed class Database : IDisposable
{
    private readonly string _connectionString;
    private readonly SqliteConnection _writer;
    private readonly SemaphoreSlim _writing = new(1, 1);

    private Database(string connectionString, SqliteConnection writer)
    {
        _connectionString = connectionString;
        _writer = writer;
    }

    /// <summary>Opens the database, makes it where there is none, and brings it to the newest schema.</summary>
    /// <exception cref="DatabaseTooNewException">A newer Ahoy has written it.</exception>
    public static Database Open(string file)
    {
        var connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = file,
            ForeignKeys = true,
            DefaultTimeout = 30,
        }.ConnectionString;

        var writer = new SqliteConnection(connectionString);
        try
        {
            writer.Open();
            writer.Execute("PRAGMA journal_mode = WAL");
            writer.Execute("PRAGMA synchronous = FULL");
            Migrator.Migrate(writer, file);
        }
        catch
        {
            writer.Dispose();
            throw;
        }

        return new Database(connectionString, writer);
    }

    /// <summary>Reads, beside any number of other readers and the writer.</summary>
    public T Read<T>(Func<SqliteConnection, T> read)
    {
        using var connection = new SqliteConnection(_connectionString);
        connection.Open();
        return read(connection);
    }

    /// <summary>Writes in a transaction of its own, which is undone where <paramref name="write"/> throws.</summary>
    public async Task<T> WriteAsync<T>(Func<SqliteConnection, T> write, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            using var transaction = _writer.BeginTransaction(deferred: false);
            var result = write(_writer);
            transaction.Commit();
            return result;
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>Closes the database; what has been written is in its main file then.</summary>
    public void Dispose()
    {
        _writing.Wait();
        _writer.Dispose();
        using var pooled = new SqliteConnection(_connectionString);
        SqliteConnection.ClearPool(pooled);
        _writing.Dispose();
    }
}
