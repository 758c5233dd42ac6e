using System.Text;
using System.Text.Json.Nodes;
using Ahoy.Simulator.Rest;
using Ahoy.Simulator.Rest.Requests;
using Ahoy.Simulator.Rest.Resources.Verify;
using Ahoy.Simulator.Tests.Infrastructure;
using Ahoy.Simulator.World;
using Ahoy.Simulator.World.Clock;
using Ahoy.Simulator.World.Events;
using Microsoft.Extensions.Time.Testing;

namespace Ahoy.Simulator.Tests.Rest;

/// <summary>The REST API with a clock that stands still, asked without HTTP.</summary>
internal sealed class ApiUnderTest
{
    public const string AccountSid = "AC00000000000000000000000000000001";
    public const string AuthToken = "00000000000000000000000000000002";
    public const string Account = $"https://api.twilio.com/2010-04-01/Accounts/{AccountSid}";

    public ApiUnderTest(ClockMode mode = ClockMode.Real, IReadOnlyDictionary<string, RestForward>? forwards = null)
    {
        Simulator = new TwilioSimulator(
            new SimulatorOptions { Time = Clock, Account = new Account(AccountSid, AuthToken, IsGenerated: false), ResolvePath = path => path.StartsWith('/') ? "http://localhost:3000" + path : null },
            Webhooks);
        Simulator.World.SetMode(mode);
        Services = new RestServices(Simulator, forwards);
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 14, 15, 9, 26, TimeSpan.Zero));

    public ScriptedWebhooks Webhooks { get; } = new();

    public TwilioSimulator Simulator { get; }

    public RestServices Services { get; }

    public IReadOnlyList<RestRecord> Records => [.. Simulator.Events(EventKind.Requests).Cast<RestRecord>()];

    public IReadOnlyList<SentVerification> Sent => [.. Simulator.Events(EventKind.Verifications).Cast<SentVerification>()];

    /// <summary>Ends when no webhook is on its way, and nothing is ready to go on.</summary>
    public Task WhenQuiet() => Simulator.World.WhenQuiet();

    public string User { get; set; } = $"{AccountSid}:{AuthToken}";

    public Task<ApiAnswer> Get(string url) => Send("GET", url);

    public Task<ApiAnswer> Post(string url, params (string Name, string Value)[] form)
    {
        var body = string.Join('&', form.Select(pair => $"{Uri.EscapeDataString(pair.Name)}={Uri.EscapeDataString(pair.Value)}"));
        return Send("POST", url, body);
    }

    public Task<ApiAnswer> Delete(string url) => Send("DELETE", url);

    /// <summary>Posts, expects it to work, and gives a property of the answer.</summary>
    public async Task<string> Create(string url, params (string Name, string Value)[] form)
    {
        var answer = await Post(url, form);
        Assert.True(answer.Status is 200 or 201, $"{answer.Status} {answer.Json}");
        return answer["sid"]!;
    }

    public async Task<ApiAnswer> Send(string method, string url, string? body = null, string contentType = "application/x-www-form-urlencoded", string? ifMatch = null)
    {
        var uri = new Uri(url);
        var response = await Services.Api.AnswerAsync(new RestRequest
        {
            Method = method,
            Host = uri.Authority,
            Path = uri.AbsolutePath,
            Query = uri.Query.TrimStart('?'),
            Authorization = User.Length == 0 ? null : $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes(User))}",
            ContentType = body is null ? null : contentType,
            IfMatch = ifMatch,
            Body = Encoding.UTF8.GetBytes(body ?? ""),
        });
        return new ApiAnswer(response.Status, response.Body.Length == 0 ? null : JsonNode.Parse(response.Body.Span), response.Headers.ToDictionary(header => header.Key, header => header.Value));
    }
}
