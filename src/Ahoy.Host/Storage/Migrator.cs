using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Ahoy.Host.Storage;

/// <summary>
/// Brings a database to the newest schema: each <c>Migrations/NNN-name.sql</c> runs once, in a transaction with the note that it ran.
/// </summary>
internal static class Migrator
{
    private const string Prefix = "Ahoy.Host.Storage.Migrations.";

    public static void Migrate(SqliteConnection connection, string file)
    {
        var assembly = typeof(Migrator).Assembly;
        var migrations = assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(n => (Version: long.Parse(n.AsSpan(Prefix.Length, 3), CultureInfo.InvariantCulture), Name: n))
            .OrderBy(m => m.Version)
            .ToArray();

        var current = connection.Scalar<long>("PRAGMA user_version");
        if (current > migrations[^1].Version)
        {
            throw new DatabaseTooNewException(file, current, migrations[^1].Version);
        }

        foreach (var migration in migrations.Where(m => m.Version > current))
        {
            using var stream = assembly.GetManifestResourceStream(migration.Name)!;
            using var reader = new StreamReader(stream);
            using var transaction = connection.BeginTransaction(deferred: false);
            connection.Execute(reader.ReadToEnd());
            connection.Execute(FormattableString.Invariant($"PRAGMA user_version = {migration.Version}"));
            transaction.Commit();
        }
    }
}
