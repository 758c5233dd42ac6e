namespace Ahoy.Host.Storage;

/// <summary>The database was written by a newer Ahoy than this one.</summary>
internal sealed class DatabaseTooNewException(string file, long found, long known) : Exception(
    FormattableString.Invariant(
        $"{file}: its schema has version {found}, and this Ahoy knows version {known}. Start it with the Ahoy that wrote it, or a newer one."));
