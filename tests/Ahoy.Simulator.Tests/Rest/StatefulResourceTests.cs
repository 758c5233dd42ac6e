using System.Text;
using Ahoy.Simulator.Rest.Documents;
using Ahoy.Simulator.Rest.Requests;

namespace Ahoy.Simulator.Tests.Rest;

/// <summary>What the interface names as kept is kept: each path of those resources is answered from state, or stands here as one that is not.</summary>
public sealed class StatefulResourceTests
{
    private const string Account = "/2010-04-01/Accounts/{AccountSid}";

    /// <summary>What stands below the named resources and is another resource: it is answered from its document.</summary>
    private static readonly string[] s_others =
    [
        "Events.json", "Notifications", "Payments", "Siprec", "Streams", "/Calls/{CallSid}/Transcriptions", "UserDefinedMessage", "AssignedAddOns", "AddOnResults", "Receipts",
        "Overrides", "ChannelSenders", "Usa2p", "Usecases", "AlphaSenders", "ShortCodes", "Context", "Steps", "Revisions", "TestUsers", "Validate", "Permissions", "Statistics",
        "/Events", "Reservations", "/Channels", "AccessTokens", "Entities", "MessagingConfigurations", "Passkeys", "/v2/Services/{ServiceSid}/Webhooks",
    ];

    private static readonly (string Host, string Prefix)[] s_named =
    [
        ("api.twilio.com", $"{Account}/Keys"), ("api.twilio.com", $"{Account}/Tokens"), ("api.twilio.com", $"{Account}/IncomingPhoneNumbers"),
        ("api.twilio.com", $"{Account}/AvailablePhoneNumbers"), ("api.twilio.com", $"{Account}/Messages"), ("api.twilio.com", $"{Account}/Calls"),
        ("api.twilio.com", $"{Account}/Conferences"), ("api.twilio.com", $"{Account}/Queues"), ("api.twilio.com", $"{Account}/Recordings"),
        ("api.twilio.com", $"{Account}/Applications"), ("messaging.twilio.com", "/v1/Services"), ("verify.twilio.com", "/v2/Services"), ("lookups.twilio.com", "/v2/PhoneNumbers"),
        ("sync.twilio.com", "/v1/Services"), ("conversations.twilio.com", "/v1/Conversations"), ("studio.twilio.com", "/v2/Flows"), ("taskrouter.twilio.com", "/v1/Workspaces"),
    ];

    [Fact]
    public async Task Paths_OfTheNamedResources_AreAnsweredFromState()
    {
        var stateless = new List<string>();
        foreach (var path in ApiDocuments.Embedded.Entries.SelectMany(entry => entry.Document.Paths))
        {
            if (!s_named.Any(n => path.Document.Host == n.Host && path.Template.StartsWith(n.Prefix, StringComparison.Ordinal)))
            {
                continue;
            }

            var api = new ApiUnderTest();
            foreach (var operation in path.Operations)
            {
                var sample = SampleRequests.Path(operation, ApiUnderTest.AccountSid);
                await api.Services.Api.AnswerAsync(
                    new RestRequest
                    {
                        Method = operation.Method,
                        Host = path.Document.Host,
                        Path = sample[..sample.IndexOf('?', StringComparison.Ordinal)],
                        Query = sample[(sample.IndexOf('?', StringComparison.Ordinal) + 1)..],
                        Authorization = $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes(api.User))}",
                        ContentType = "application/x-www-form-urlencoded",
                        Body = Encoding.UTF8.GetBytes(SampleRequests.Form(operation)),
                    },
                    TestContext.Current.CancellationToken);
            }

            if (api.Records.Any(r => !r.Stateful))
            {
                stateless.Add($"{path.Document.Host}{path.Template}");
            }
        }

        Assert.DoesNotContain(stateless, path => !s_others.Any(other => path.Contains(other, StringComparison.Ordinal)));
        Assert.DoesNotContain(s_others, other => !stateless.Exists(path => path.Contains(other, StringComparison.Ordinal)));
    }
}
