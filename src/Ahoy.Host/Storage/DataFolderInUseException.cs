namespace Ahoy.Host.Storage;

/// <summary>Two hosts can't use one data folder.</summary>
internal sealed class DataFolderInUseException(string folder, Exception inner) : Exception(
    $"{folder}: in use by another host. Stop it, or give this one a folder of its own with --data.", inner);
