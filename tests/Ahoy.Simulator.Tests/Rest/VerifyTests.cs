namespace Ahoy.Simulator.Tests.Rest;

public sealed class VerifyTests
{
    private const string Services = "https://verify.twilio.com/v2/Services";
    private const string To = "+15551230001";

    private readonly ApiUnderTest _api = new();

    [Fact]
    public async Task Code_Entered_ApprovesOnce()
    {
        var service = await _api.Create(Services, ("FriendlyName", "Ahoy"));
        var started = await _api.Post($"{Services}/{service}/Verifications", ("To", To), ("Channel", "sms"));
        Assert.Equal((201, "pending", "sms", "false"), (started.Status, started["status"], started["channel"], started["valid"]));
        var sent = Assert.Single(_api.Sent);
        Assert.Matches("^[0-9]{6}$", sent.Code);
        Assert.Equal($"Your Ahoy verification code is: {sent.Code}", sent.Text);

        var wrong = await _api.Post($"{Services}/{service}/VerificationCheck", ("To", To), ("Code", sent.Code == "000000" ? "1" : "000000"));
        Assert.Equal((200, "pending", "false"), (wrong.Status, wrong["status"], wrong["valid"]));
        var right = await _api.Post($"{Services}/{service}/VerificationCheck", ("VerificationSid", started["sid"]!), ("Code", sent.Code));
        Assert.Equal((started["sid"], "approved", "true"), (right["sid"], right["status"], right["valid"]));
        var again = (await _api.Post($"{Services}/{service}/VerificationCheck", ("To", To), ("Code", sent.Code))).Failed(404, 20404);
        Assert.Equal($"The requested resource /Services/{service}/VerificationCheck was not found", again["message"]);
    }

    [Fact]
    public async Task Code_SentAgainWhilePending_IsTheSame_FiveTimesAtMost()
    {
        var service = await _api.Create(Services, ("FriendlyName", "Ahoy"), ("CodeLength", "4"));
        var sids = new HashSet<string>();
        for (var i = 0; i < 5; i++)
        {
            sids.Add(await _api.Create($"{Services}/{service}/Verifications", ("To", To), ("Channel", "call")));
        }

        Assert.Single(sids);
        Assert.Single(_api.Sent.Select(sent => sent.Code).Distinct());
        Assert.Equal(4, _api.Sent[0].Code.Length);
        (await _api.Post($"{Services}/{service}/Verifications", ("To", To), ("Channel", "sms"))).Failed(429, 60203);
        Assert.Equal(201, (await _api.Post($"{Services}/{service}/Verifications", ("To", "+15551230002"), ("Channel", "sms"))).Status);
    }

    [Fact]
    public async Task WrongCode_TheSixthTime_Is60202()
    {
        var service = await _api.Create(Services, ("FriendlyName", "Ahoy"));
        await _api.Create($"{Services}/{service}/Verifications", ("To", To), ("Channel", "sms"));
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal("pending", (await _api.Post($"{Services}/{service}/VerificationCheck", ("To", To), ("Code", "no")))["status"]);
        }

        (await _api.Post($"{Services}/{service}/VerificationCheck", ("To", To), ("Code", _api.Sent[0].Code))).Failed(429, 60202);
        Assert.Equal("max_attempts_reached", _api.Sent[^1].Status);
    }

    [Fact]
    public async Task Code_AfterTenMinutes_IsGone()
    {
        var service = await _api.Create(Services, ("FriendlyName", "Ahoy"));
        var verification = await _api.Create($"{Services}/{service}/Verifications", ("To", To), ("Channel", "sms"));
        _api.Clock.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromSeconds(1));
        Assert.Equal(200, (await _api.Get($"{Services}/{service}/Verifications/{verification}")).Status);
        _api.Clock.Advance(TimeSpan.FromSeconds(1));
        (await _api.Post($"{Services}/{service}/VerificationCheck", ("To", To), ("Code", _api.Sent[0].Code))).Failed(404, 20404);
        (await _api.Get($"{Services}/{service}/Verifications/{verification}")).Failed(404, 20404);
    }

    [Theory]
    [InlineData("5551230001", "sms", "To")]
    [InlineData("+15551230001", "pigeon", "Channel")]
    [InlineData("+15551230001", "email", "To")]
    public async Task WrongParameter_Is60200(string to, string channel, string name)
    {
        var service = await _api.Create(Services, ("FriendlyName", "Ahoy"));
        Assert.StartsWith($"Invalid parameter `{name}`", (await _api.Post($"{Services}/{service}/Verifications", ("To", to), ("Channel", channel))).Failed(400, 60200)["message"]);
        Assert.Empty(_api.Sent);
    }

    [Fact]
    public async Task Verification_Canceled_IsNotFoundAnyMore()
    {
        var service = await _api.Create(Services, ("FriendlyName", "Ahoy"));
        await _api.Create($"{Services}/{service}/Verifications", ("To", To), ("Channel", "sms"));
        Assert.Equal("canceled", (await _api.Post($"{Services}/{service}/Verifications/{To}", ("Status", "canceled")))["status"]);
        (await _api.Post($"{Services}/{service}/VerificationCheck", ("To", To), ("Code", _api.Sent[0].Code))).Failed(404, 20404);
    }

    [Fact]
    public async Task CustomCode_NeedsTheServicesConsent()
    {
        var closed = await _api.Create(Services, ("FriendlyName", "Ahoy"));
        (await _api.Post($"{Services}/{closed}/Verifications", ("To", To), ("Channel", "sms"), ("CustomCode", "1234"))).Failed(403, 60204);
        var open = await _api.Create(Services, ("FriendlyName", "Ahoy"), ("CustomCodeEnabled", "true"));
        await _api.Create($"{Services}/{open}/Verifications", ("To", To), ("Channel", "sms"), ("CustomCode", "1234"));
        Assert.Equal("1234", _api.Sent[^1].Code);
    }

    [Fact]
    public async Task Verification_OfAServiceThatIsNone_Is20404()
    {
        (await _api.Post($"{Services}/VA00000000000000000000000000000001/Verifications", ("To", To), ("Channel", "sms"))).Failed(404, 20404);
    }
}
