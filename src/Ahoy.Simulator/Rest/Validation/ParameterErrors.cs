using Ahoy.Simulator.Rest.Requests;

namespace Ahoy.Simulator.Rest.Validation;

/// <summary>Parameters whose absence, or whose wrong value, has a code of its own at Twilio. All others are 20001.</summary>
internal static class ParameterErrors
{
    private static readonly Dictionary<(string Operation, string Parameter), (int Code, string Message)> s_missing = new()
    {
        [("CreateMessage", "To")] = (21604, "A 'To' phone number is required."),
        [("CreateCall", "To")] = (21201, "No 'To' number is specified"),
        [("CreateCall", "From")] = (21213, "No 'From' number is specified"),
    };

    private static readonly Dictionary<(string Operation, string Parameter), (int Code, string Message)> s_invalid = new()
    {
        [("CreateMessage", "StatusCallback")] = (21609, "The StatusCallback URL {0} is not a valid URL."),
        [("CreateMessage", "MediaUrl")] = (21620, "Invalid media URL(s): {0}"),
        [("CreateCall", "Url")] = (21205, "Url is not a valid URL: {0}"),
        [("CreateCall", "Timeout")] = (21208, "Timeout is invalid: {0}"),
        [("CreateCall", "Method")] = (21209, "Method is invalid: {0}"),
        [("CreateCall", "ApplicationSid")] = (21218, "Invalid ApplicationSid: {0}"),
        [("UpdateCall", "Url")] = (21205, "Url is not a valid URL: {0}"),
    };

    internal static RestException Missing(RestCall call, string parameter, bool inQuery)
    {
        if (call.IsCore && s_missing.TryGetValue((call.Operation.Id, parameter), out var known))
        {
            return new RestException(400, known.Code, known.Message);
        }

        return RestErrors.Missing(parameter, inQuery);
    }

    internal static RestException Invalid(RestCall call, string parameter, string value, string problem)
    {
        if (call.IsCore && s_invalid.TryGetValue((call.Operation.Id, parameter), out var known))
        {
            return new RestException(400, known.Code, known.Message.Replace("{0}", value, StringComparison.Ordinal));
        }

        return call.Host == "verify.twilio.com" ? new RestException(400, 60200, $"Invalid parameter `{parameter}`: {value}") : RestErrors.Invalid(parameter, problem);
    }
}
