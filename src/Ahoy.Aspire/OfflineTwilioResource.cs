using System.Security.Cryptography;
using Aspire.Hosting.ApplicationModel;

namespace Ahoy.Aspire;

/// <summary>
/// The offline Twilio of a service: an account of its own, and the address that answers for Twilio. A project that refers to it gets both as one connection string, which
/// <c>AddTwilioClient</c> of the package Ahoy.Aspire.Client turns into an <c>ITwilioRestClient</c>.
/// </summary>
public sealed class OfflineTwilioResource : Resource, IResourceWithConnectionString, IResourceWithParent<TwilioFunctionsResource>
{
    internal OfflineTwilioResource(string name, TwilioFunctionsResource parent)
        : base(name) => Parent = parent;

    /// <inheritdoc/>
    public TwilioFunctionsResource Parent { get; }

    /// <summary>The SID of the account, made anew for each run: nothing of it is known to Twilio.</summary>
    public string AccountSid { get; } = "AC" + RandomNumberGenerator.GetHexString(32, lowercase: true);

    /// <inheritdoc/>
    public ReferenceExpression ConnectionStringExpression =>
        Published ?? ReferenceExpression.Create($"Endpoint={Parent.Page.Property(EndpointProperty.Url)};AccountSid={AccountSid};AuthToken={AuthToken}");

    /// <summary>The connection to Twilio itself, where the app host is published; null where it is run.</summary>
    internal ReferenceExpression? Published { get; set; }

    internal string AuthToken { get; } = RandomNumberGenerator.GetHexString(32, lowercase: true);
}
