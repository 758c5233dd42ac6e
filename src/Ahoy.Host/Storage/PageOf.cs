namespace Ahoy.Host.Storage;

/// <summary>A part of a list, newest first.</summary>
/// <param name="Rows">The rows.</param>
/// <param name="HasNewer">Whether rows come before these.</param>
/// <param name="HasOlder">Whether rows come after these.</param>
internal sealed record PageOf<T>(IReadOnlyList<T> Rows, bool HasNewer, bool HasOlder);
