namespace Ahoy.Simulator.Rest.Resources.Messaging;

/// <summary>Where Messaging Services are.</summary>
internal static class MessagingHost
{
    internal const string Name = "messaging.twilio.com";
}
