namespace Ahoy.Simulator.Rest.Resources.Verify;

/// <summary>Where Verify is.</summary>
internal static class VerifyHost
{
    internal const string Name = "verify.twilio.com";
}
