namespace Ahoy.Simulator.Rest.Resources.Sync;

/// <summary>Where Sync is.</summary>
internal static class SyncHost
{
    internal const string Name = "sync.twilio.com";
}
