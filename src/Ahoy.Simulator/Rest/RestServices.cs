using Ahoy.Simulator.Rest.Documents;
using Ahoy.Simulator.Rest.Requests;
using Ahoy.Simulator.Rest.Resources;
using Ahoy.Simulator.Rest.Resources.Accounts;
using Ahoy.Simulator.Rest.Resources.Conversations;
using Ahoy.Simulator.Rest.Resources.Messaging;
using Ahoy.Simulator.Rest.Resources.Numbers;
using Ahoy.Simulator.Rest.Resources.Programmable;
using Ahoy.Simulator.Rest.Resources.Sync;
using Ahoy.Simulator.Rest.Resources.Verify;
using Ahoy.Simulator.Rest.Security;
using Ahoy.Simulator.Rest.Storage;
using Ahoy.Simulator.World;
using Ahoy.Simulator.World.Events;
using ParticipantResource = Ahoy.Simulator.Rest.Resources.Programmable.ParticipantResource;

namespace Ahoy.Simulator.Rest;

/// <summary>Puts the REST API together on a simulator: who may ask, what is kept, and who answers what.</summary>
internal sealed class RestServices
{
    private readonly ResourceStore _store = new();
    private readonly TwilioSimulator _simulator;
    private readonly Credentials _credentials;
    private readonly DateTimeOffset _started;
    private readonly Lazy<RestApi> _api;

    /// <param name="simulator">The world that messages, calls and numbers are of.</param>
    /// <param name="forwards">Hosts that somebody else answers for: Serverless, which the host's control plane is.</param>
    internal RestServices(TwilioSimulator simulator, IReadOnlyDictionary<string, RestForward>? forwards = null)
    {
        _simulator = simulator;
        _credentials = new Credentials(simulator.World.Account.Sid, simulator.World.Account.AuthToken);
        _started = simulator.World.InTurn(() => simulator.World.Now);
        _api = new Lazy<RestApi>(() => new RestApi(simulator, ApiDocuments.Embedded, _credentials, MapResources(), forwards ?? new Dictionary<string, RestForward>()));
    }

    /// <summary>Made with the first request, so that a start doesn't wait for it.</summary>
    public RestApi Api => _api.Value;

    /// <summary>What may stand in no log: the Auth Token, and the secrets of keys that were made through the API. A new list for each change.</summary>
    public IReadOnlyList<string> Secrets => _credentials.Secrets;

    /// <summary>Forgets what was made through the API. What is the world's own, the world's reset forgets.</summary>
    public void Reset()
    {
        _store.Clear();
        _credentials.Clear();
    }

    private RestRoutes MapResources()
    {
        var routes = new RestRoutes();
        foreach (var resource in Resources().Concat(KeptResources.All(_store)))
        {
            resource.Map(routes);
        }

        return routes;
    }

    private IEnumerable<IRestResource> Resources()
    {
        const string account = "/2010-04-01/Accounts/{AccountSid}";
        var world = _simulator.World;
        return
        [
            new AccountResource(_credentials, world.Account.AuthToken, _started),
            new KeyResource(_store, _credentials, "api.twilio.com", $"{account}/Keys.json"),
            new KeyResource(_store, _credentials, "api.twilio.com", $"{account}/SigningKeys.json"),
            new KeyResource(_store, _credentials, "iam.twilio.com", "/v1/Keys"),
            new TokenResource(),
            new ApplicationResource(_store, world),
            new MessageResource(_simulator),
            new MediaResource(_simulator),
            new FeedbackResource(_simulator),
            new CallResource(_simulator),
            new RecordingResource(_simulator),
            new TranscriptionResource(_simulator),
            new ConferenceResource(_simulator),
            new ParticipantResource(_simulator),
            new QueueResource(_simulator),
            new QueueMemberResource(_simulator),
            new IncomingNumberResource(_simulator),
            new AvailableNumberResource(IsOwned),
            new LookupResource(IsOwned),
            new MessagingServiceResource(_store, world),
            new ServiceNumberResource(_simulator),
            new VerifyServiceResource(_store),
            new VerificationResource(_store, Publish),
            new SyncServiceResource(_store),
            new SyncDocumentResource(_store),
            new SyncContainerResource(_store, "Lists"),
            new SyncContainerResource(_store, "Maps"),
            new SyncListItemResource(_store),
            new SyncMapItemResource(_store),
            .. ConversationsHost.All(_store, Deliver),
        ];
    }

    private bool IsOwned(string number)
    {
        return _simulator.World.InTurn(() => _simulator.World.Phones.Find(number) is not null);
    }

    private void Publish(SentVerification verification)
    {
        var world = _simulator.World;
        world.InTurn(() => world.Events.Keep(EventKind.Verifications, sequence => verification with { Sequence = sequence }));
    }

    /// <summary>A conversation's message is kept whether or not it reaches the phone; why it didn't is an alert.</summary>
    private void Deliver(ConversationDelivery delivery)
    {
        var world = _simulator.World;
        world.InTurn(() =>
        {
            try
            {
                world.Messages.Send(new OutboundMessage { From = delivery.From, To = delivery.To, Body = delivery.Body }, null);
            }
            catch (TwilioErrorException e)
            {
                world.RaiseAlert(e.Code, e.Message, null, delivery.ConversationSid);
            }
        });
    }
}
