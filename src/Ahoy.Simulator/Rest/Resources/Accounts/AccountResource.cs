using System.Text.Json.Nodes;
using Ahoy.Simulator.Rest.Requests;
using Ahoy.Simulator.Rest.Security;
using Ahoy.Simulator.Rest.Shapes;

namespace Ahoy.Simulator.Rest.Resources.Accounts;

/// <summary>The one account of the run. Its name can be changed; it has no subaccounts.</summary>
internal sealed class AccountResource(Credentials credentials, string authToken, DateTimeOffset created) : IRestResource
{
    private const string Host = "api.twilio.com";
    private const string List = "/2010-04-01/Accounts.json";
    private const string Instance = "/2010-04-01/Accounts/{Sid}.json";

    private volatile string _friendlyName = "Ahoy, offline";

    /// <inheritdoc/>
    public void Map(RestRoutes routes)
    {
        routes.Map("GET", Host, List, call => ListPage.Answer(call, [credentials.AccountSid], sid => sid, (_, schema) => AnswerShape.Build(call, schema, Values(), Self)));
        routes.Map("GET", Host, Instance, Answer);
        routes.Map("POST", Host, Instance, call =>
        {
            _friendlyName = call.Parameters["FriendlyName"] ?? _friendlyName;
            return Answer(call);
        });
    }

    private string Self => $"/2010-04-01/Accounts/{credentials.AccountSid}";

    private RestAnswer Answer(RestCall call)
    {
        if (call.PathValues["Sid"] != credentials.AccountSid)
        {
            throw call.NotFound();
        }

        return new RestAnswer(200, AnswerShape.Build(call, call.Operation.Answer!, Values(), Self));
    }

    private JsonObject Values()
    {
        return new JsonObject
        {
            ["sid"] = credentials.AccountSid,
            ["auth_token"] = authToken,
            ["friendly_name"] = _friendlyName,
            ["owner_account_sid"] = credentials.AccountSid,
            ["status"] = "active",
            ["type"] = "Full",
            ["date_created"] = ApiDates.Rfc2822(created),
            ["date_updated"] = ApiDates.Rfc2822(created),
        };
    }
}
