using System.Text;
using Ahoy.Simulator.Rest.Documents;
using Ahoy.Simulator.Rest.Requests;

namespace Ahoy.Simulator.Tests.Rest;

/// <summary>What the interface names as kept is kept: each path of those resources is answered from state, or stands here as one that is not.</summary>
public sealed class StatefulResourceTests
{
    private const string Account = "/2010-04-01/Accounts/{AccountSid}";

    /// <summary>Paths that begin as the named resources do, and are other resources.</summary>
    private static readonly string[] s_others = [];

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

        Assert.True(s_others.Order().SequenceEqual(stateless.Order()), $"Answered from the document alone:\n{string.Join('\n', stateless.Order())}");
    }
}
