
namespace Ahoy.Simulator.World;

/// <summary>What webhooks of calls are told.</summary>
internal static class CallParameters
{
    /// <summary>What each webhook of a call is told.</summary>
    public static List<KeyValuePair<string, string>> Of(TwilioWorld world, Call call)
    {
        var from = AreaCodes.Find(call.From);
        var to = AreaCodes.Find(call.To);
        var parameters = new List<KeyValuePair<string, string>>(32)
        {
            new("Called", call.To),
            new("ToState", to.State),
            new("CallerCountry", from.Country),
            new("Direction", call.Direction),
            new("CallerState", from.State),
            new("ToZip", to.Zip),
            new("CallSid", call.Sid),
            new("To", call.To),
            new("CallerZip", from.Zip),
            new("ToCountry", to.Country),
            new("CalledZip", to.Zip),
            new("ApiVersion", MessageParameters.ApiVersion),
            new("CalledCity", to.City),
            new("CallStatus", call.Status.Name()),
            new("From", call.From),
            new("AccountSid", world.Account.Sid),
            new("CalledCountry", to.Country),
            new("CallerCity", from.City),
            new("ToCity", to.City),
            new("FromCountry", from.Country),
            new("Caller", call.From),
            new("FromCity", from.City),
            new("CalledState", to.State),
            new("FromZip", from.Zip),
            new("FromState", from.State),
        };
        if (call.ParentSid is { } parent)
        {
            parameters.Add(new("ParentCallSid", parent));
        }

        if (call.AnsweredBy is { } answeredBy)
        {
            parameters.Add(new("AnsweredBy", answeredBy));
        }

        return parameters;
    }
}
