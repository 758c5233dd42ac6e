using Ahoy.Simulator.Rest.Documents;
using Ahoy.Simulator.Rest.Requests;
using Ahoy.Simulator.Rest.Resources;
using Ahoy.Simulator.Rest.Resources.Accounts;
using Ahoy.Simulator.Rest.Resources.Conversations;
using Ahoy.Simulator.Rest.Resources.Messaging;
using Ahoy.Simulator.Rest.Resources.Numbers;
using Ahoy.Simulator.Rest.Resources.Sync;
using Ahoy.Simulator.Rest.Resources.Verify;
using Ahoy.Simulator.Rest.Security;
using Ahoy.Simulator.Rest.Storage;

namespace Ahoy.Simulator.Rest;

/// <summary>Puts the REST API together: the account, what is kept, and who answers what.</summary>
internal sealed class RestServices
{
    private readonly ResourceStore _store = new();
    private readonly Credentials _credentials;

    /// <param name="settings">The account and the clock.</param>
    /// <param name="links">What the API does in the simulated world.</param>
    /// <param name="more">Resources that others answer: the world's own, and the host's Serverless.</param>
    internal RestServices(RestSettings settings, RestLinks links, IEnumerable<IRestResource>? more = null)
    {
        _credentials = new Credentials(settings.AccountSid, settings.AuthToken);
        var routes = new RestRoutes();
        foreach (var resource in Own(settings, links).Concat(more ?? []))
        {
            resource.Map(routes);
        }

        Routes = routes;
        Api = new RestApi(settings, ApiDocuments.Embedded, _credentials, routes);
    }

    public RestApi Api { get; }

    public RestRoutes Routes { get; }

    /// <summary>As after the start.</summary>
    public void Reset()
    {
        _store.Clear();
        _credentials.Clear();
    }

    private IEnumerable<IRestResource> Own(RestSettings settings, RestLinks links)
    {
        const string account = "/2010-04-01/Accounts/{AccountSid}";
        return
        [
            new AccountResource(_credentials, settings.AuthToken, settings.Clock.GetUtcNow()),
            new KeyResource(_store, _credentials, "api.twilio.com", $"{account}/Keys.json"),
            new KeyResource(_store, _credentials, "api.twilio.com", $"{account}/SigningKeys.json"),
            new KeyResource(_store, _credentials, "iam.twilio.com", "/v1/Keys"),
            new TokenResource(),
            new ApplicationResource(_store),
            new MessagingServiceResource(_store),
            new VerifyServiceResource(_store),
            new VerificationResource(_store, links.VerificationSent),
            new LookupResource(links.IsOwned),
            new AvailableNumberResource(links.IsOwned),
            new SyncServiceResource(_store),
            new SyncDocumentResource(_store),
            new SyncContainerResource(_store, "Lists"),
            new SyncContainerResource(_store, "Maps"),
            new SyncListItemResource(_store),
            new SyncMapItemResource(_store),
            .. ConversationsHost.All(_store, links.Deliver),
            .. KeptResources.All(_store),
        ];
    }
}
