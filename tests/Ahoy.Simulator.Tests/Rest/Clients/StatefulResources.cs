using System.Text.RegularExpressions;
using Ahoy.Simulator.Rest.Requests;

namespace Ahoy.Simulator.Tests.Rest.Clients;

/// <summary>The resources that have state: a client's test has used each of them, with success.</summary>
internal static class StatefulResources
{
    private const string Account = "/2010-04-01/Accounts/[^/]+";

    private static readonly (string Host, string Path)[] s_all =
    [
        ("api", @"/2010-04-01/Accounts(/[^/]+)?\.json"),
        ("api", $@"{Account}/Keys(/\w+)?\.json"),
        ("api", $@"{Account}/Tokens\.json"),
        ("api", $@"{Account}/Applications(/\w+)?\.json"),
        ("api", $@"{Account}/IncomingPhoneNumbers(/\w+)?\.json"),
        ("api", $@"{Account}/AvailablePhoneNumbers/\w+/Local\.json"),
        ("api", $@"{Account}/Messages(/\w+)?\.json"),
        ("api", $@"{Account}/Messages/\w+/Media(/\w+)?\.json"),
        ("api", $@"{Account}/Calls(/\w+)?\.json"),
        ("api", $@"{Account}/Calls/\w+/Recordings(/[\w.]+)?\.json"),
        ("api", $@"{Account}/Recordings(/\w+)?\.json"),
        ("api", $@"{Account}/Conferences(/\w+)?\.json"),
        ("api", $@"{Account}/Conferences/\w+/Participants(/\w+)?\.json"),
        ("api", $@"{Account}/Queues(/\w+)?\.json"),
        ("api", $@"{Account}/Queues/\w+/Members(/\w+)?\.json"),
        ("messaging", @"/v1/Services(/\w+)?"),
        ("messaging", @"/v1/Services/\w+/PhoneNumbers(/\w+)?"),
        ("verify", @"/v2/Services(/\w+)?"),
        ("verify", @"/v2/Services/\w+/Verifications(/[^/]+)?"),
        ("verify", @"/v2/Services/\w+/VerificationCheck"),
        ("lookups", "/v2/PhoneNumbers/[^/]+"),
        ("sync", @"/v1/Services(/\w+)?"),
        ("sync", @"/v1/Services/\w+/Documents(/[^/]+)?"),
        ("sync", @"/v1/Services/\w+/Lists(/[^/]+)?"),
        ("sync", @"/v1/Services/\w+/Lists/[^/]+/Items(/\d+)?"),
        ("sync", @"/v1/Services/\w+/Maps(/[^/]+)?"),
        ("sync", @"/v1/Services/\w+/Maps/[^/]+/Items(/[^/]+)?"),
        ("conversations", "/v1/Conversations(/[^/]+)?"),
        ("conversations", "/v1/Conversations/[^/]+/Participants(/[^/]+)?"),
        ("conversations", "/v1/Conversations/[^/]+/Messages(/[^/]+)?"),
        ("studio", @"/v2/Flows(/\w+)?"),
        ("studio", @"/v2/Flows/\w+/Executions(/\w+)?"),
        ("taskrouter", @"/v1/Workspaces(/\w+)?"),
        ("taskrouter", @"/v1/Workspaces/\w+/TaskQueues(/\w+)?"),
        ("taskrouter", @"/v1/Workspaces/\w+/Workflows(/\w+)?"),
        ("taskrouter", @"/v1/Workspaces/\w+/Workers(/\w+)?"),
        ("taskrouter", @"/v1/Workspaces/\w+/Tasks(/\w+)?"),
    ];

    /// <summary>Those that no request has used.</summary>
    public static IEnumerable<string> Unused(IReadOnlyList<RestRecord> requests) =>
        s_all.Where(resource => !requests.Any(request =>
                request is { Stateful: true, Status: < 300 }
                && request.Host == $"{resource.Host}.twilio.com"
                && Regex.IsMatch(request.Path, $"^{resource.Path}$")))
            .Select(resource => $"{resource.Host} {resource.Path}");
}
