using System.Text;
using Ahoy.Simulator.Rest.Documents;
using Ahoy.Simulator.Rest.Requests;
using CsCheck;

namespace Ahoy.Simulator.Tests.Rest;

/// <summary>Whatever is sent is answered: nothing throws, and nothing is an error of the server.</summary>
public sealed class HostileRequestTests
{
    private static readonly ApiOperation[] s_operations = [.. ApiDocuments.Embedded.Entries.SelectMany(entry => entry.Document.Paths).SelectMany(path => path.Operations)];

    private static readonly string[] s_traps =
    [
        "", "x", "-1", "0", "99999999999999999999", "1e400", "true", "null", "{}", "[]", "[1,2]", "{\"a\":1,\"a\":2}", "\"\\ud800\"", "+15551230001", "2026-03-14",
        "https://example.com/", "\0", "%", "%zz", "a.json", "../..", "é",
    ];

    private static readonly Gen<string> s_text = Gen.OneOf(Gen.String, Gen.Int[0, s_traps.Length - 1].Select(index => s_traps[index]));

    [Fact]
    public void AnyRequest_IsAnswered()
    {
        var api = new ApiUnderTest();
        Gen.Select(Gen.Int[0, s_operations.Length - 1], s_text.Array[12], s_text, Gen.Bool).Sample((index, texts, body, isRaw) =>
        {
            var operation = s_operations[index];
            var next = 0;
            string Next() => texts[next++ % texts.Length];
            var path = isRaw
                ? string.Join('/', operation.Path.Template.Split('/').Select(part => part.StartsWith('{') ? part.StartsWith("{AccountSid", StringComparison.Ordinal) ? ApiUnderTest.AccountSid : Uri.EscapeDataString(Next()) : part))
                : SampleRequests.Path(operation, ApiUnderTest.AccountSid).Split('?')[0];
            var form = string.Join('&', (operation.BodySchema?.Properties ?? []).Select(property => $"{property.Name}={Uri.EscapeDataString(Next())}"));
            var query = string.Join('&', operation.Parameters.Where(parameter => parameter.Place == ParameterPlace.Query).Select(parameter => $"{parameter.Name}={Uri.EscapeDataString(Next())}"));
            var response = api.Services.Api.AnswerAsync(new RestRequest
            {
                Method = operation.Method,
                Host = operation.Path.Document.Host,
                Path = path,
                Query = isRaw ? body : query,
                Authorization = $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"{ApiUnderTest.AccountSid}:{ApiUnderTest.AuthToken}"))}",
                ContentType = operation.Body == BodyKind.Json ? "application/json" : "application/x-www-form-urlencoded",
                Body = Encoding.UTF8.GetBytes(isRaw || operation.Body == BodyKind.Json ? body : form),
            }).AsTask().GetAwaiter().GetResult();
            return response.Status is >= 200 and < 500;
        }, iter: 20_000, threads: 1);
    }

    [Theory]
    [InlineData("", "", "", "")]
    [InlineData("GET", "", "", "Basic")]
    [InlineData("get", "api.twilio.com", "2010-04-01", "Basic !!!")]
    [InlineData("GET", "api.twilio.com:99999", "/", "Basic QUM=")]
    [InlineData("GET", ".twilio.com", "//", "Bearer x")]
    [InlineData("OPTIONS", "api.twilio.com", "/2010-04-01/Accounts/%00.json", "Basic Og==")]
    public async Task StrangeEnvelope_IsAnswered(string method, string host, string path, string authorization)
    {
        var response = await new ApiUnderTest().Services.Api.AnswerAsync(new RestRequest { Method = method, Host = host, Path = path, Authorization = authorization }, TestContext.Current.CancellationToken);
        Assert.InRange(response.Status, 400, 499);
    }

    [Fact]
    public async Task JsonBody_WithANameTwice_IsRefused()
    {
        var api = new ApiUnderTest();
        (await api.Send("POST", "https://content.twilio.com/v1/Content", "{\"language\":\"en\",\"language\":\"de\",\"types\":{}}", "application/json")).Failed(400, 20001);
    }

    [Fact]
    public async Task Reset_ForgetsWhatWasMade()
    {
        var api = new ApiUnderTest();
        await api.Create("https://sync.twilio.com/v1/Services", ("FriendlyName", "x"));
        var application = await api.Create($"{ApiUnderTest.Account}/Applications.json", ("FriendlyName", "x"));
        var key = await api.Post($"{ApiUnderTest.Account}/Keys.json");
        api.Services.Reset();
        api.Simulator.Reset();
        Assert.Empty((await api.Get("https://sync.twilio.com/v1/Services")).List("services"));
        (await api.Get($"{ApiUnderTest.Account}/Applications/{application}.json")).Failed(404, 20404);
        Assert.Empty(api.Simulator.World.Phones.Applications);
        api.User = $"{key["sid"]}:{key["secret"]}";
        (await api.Get("https://sync.twilio.com/v1/Services")).Failed(401, 20003);
    }
}
