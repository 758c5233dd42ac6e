namespace Ahoy.Host.Offline;

/// <summary>What a user asked of <c>--offline</c>.</summary>
/// <param name="Port">The port that the user chose, 0 for one that is free; null: <see cref="DefaultPort"/>, or one that is free.</param>
/// <param name="IsStrict">Whether Functions reach nothing outside of this machine.</param>
internal sealed record OfflineSettings(int? Port, bool IsStrict)
{
    /// <summary>The port where the user chose none.</summary>
    public const int DefaultPort = 4010;
}
