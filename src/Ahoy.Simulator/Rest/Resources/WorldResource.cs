using System.Text.Json.Nodes;
using Ahoy.Simulator.Rest.Requests;
using Ahoy.Simulator.Rest.Shapes;
using Ahoy.Simulator.World;

namespace Ahoy.Simulator.Rest.Resources;

/// <summary>A resource whose state is the simulated world's own. Each of its methods runs in the world's turn.</summary>
internal abstract class WorldResource(TwilioSimulator simulator) : IRestResource
{
    protected const string Host = "api.twilio.com";
    protected const string Account = "/2010-04-01/Accounts/{AccountSid}";

    protected TwilioSimulator Simulator { get; } = simulator;

    protected TwilioWorld Twilio => Simulator.World;

    /// <inheritdoc/>
    public abstract void Map(RestRoutes routes);

    /// <summary>Maps an operation, which is answered in a turn.</summary>
    protected void Map(RestRoutes routes, string method, string path, Func<RestCall, RestAnswer> handler)
    {
        routes.Map(method, Host, path, call => InTurn(() => handler(call)));
    }

    /// <summary>A refusal leaves the turn as a value: the turn ends as any other.</summary>
    protected RestAnswer InTurn(Func<RestAnswer> handler)
    {
        var (answer, refusal) = Twilio.InTurn<(RestAnswer?, Exception?)>(() =>
        {
            try
            {
                return (handler(), null);
            }
            catch (Exception e) when (e is RestException or TwilioErrorException)
            {
                return (null, e);
            }
        });
        return refusal is null ? answer! : throw refusal;
    }

    /// <summary>The path of something of the account's, such as `Messages/SM…`.</summary>
    protected string Self(string path)
    {
        return $"/2010-04-01/Accounts/{Twilio.Account.Sid}/{path}";
    }

    protected static RestAnswer Answer(RestCall call, JsonObject values, string self)
    {
        return new RestAnswer(call.Operation.Status, AnswerShape.Build(call, call.Operation.Answer!, values, self));
    }

    protected static RestAnswer List<T>(RestCall call, IEnumerable<T> items, Func<T, string> key, Func<T, JsonObject> values, Func<T, string> self)
    {
        return ListPage.Answer(call, [.. items], key, (item, schema) => AnswerShape.Build(call, schema, values(item), self(item)));
    }

    protected static string? Date(DateTimeOffset? time)
    {
        return time is { } value ? ApiDates.Rfc2822(value) : null;
    }

    /// <summary>Whether a parameter is left out, or what it is compared with.</summary>
    protected static bool Is(RestCall call, string parameter, string? value)
    {
        return call.Parameters[parameter] is not { Length: > 0 } wanted || string.Equals(wanted, value, StringComparison.OrdinalIgnoreCase);
    }

    protected static string Method(RestCall call, string parameter, string otherwise = "POST")
    {
        return call.Parameters[parameter] is { Length: > 0 } method ? method.ToUpperInvariant() : otherwise;
    }

    /// <summary>A parameter's text; null where it is empty or left out.</summary>
    protected static string? Text(RestCall call, string parameter)
    {
        return call.Parameters[parameter] is { Length: > 0 } text ? text : null;
    }

    protected static IReadOnlyList<string> Words(RestCall call, string parameter)
    {
        return [.. call.Parameters.Values(parameter).SelectMany(value => value.Split(' ', StringSplitOptions.RemoveEmptyEntries))];
    }

    /// <summary>Sets a property where the request names it.</summary>
    protected static void Set(RestCall call, string parameter, Action<string> set)
    {
        if (call.Parameters[parameter] is { } value)
        {
            set(value);
        }
    }

}
