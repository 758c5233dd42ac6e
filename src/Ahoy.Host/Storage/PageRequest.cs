namespace Ahoy.Host.Storage;

/// <summary>Which part of a list is asked for. Lists begin with what is newest.</summary>
/// <param name="Size">How many rows at most.</param>
/// <param name="Before">Only rows older than this place, or null.</param>
/// <param name="After">Only rows newer than this place (the ones next to it), or null.</param>
internal readonly record struct PageRequest(int Size, long? Before = null, long? After = null);
