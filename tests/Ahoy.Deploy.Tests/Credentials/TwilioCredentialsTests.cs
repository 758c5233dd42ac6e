using Ahoy.Deploy.Credentials;

namespace Ahoy.Deploy.Tests.Credentials;

public sealed class TwilioCredentialsTests
{
    private const string Account = "ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    private const string Key = "SKbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb";
    private const string OtherKey = "SKcccccccccccccccccccccccccccccccc";

    private static readonly TwilioCliProfiles s_profiles = TwilioCliProfiles.Parse(
        $$"""
        { "activeProject": "work", "edge": "dublin",
          "profiles": { "work": { "accountSid": "{{Account}}", "apiKey": "{{OtherKey}}", "apiSecret": "from-profile", "region": "ie1" } },
          "projects": [ { "id": "in-the-key-ring", "accountSid": "{{Account}}" } ] }
        """);

    [Fact]
    public void CommandLine_ComesBeforeEverythingElse()
    {
        var login = With(("TWILIO_API_KEY", OtherKey), ("TWILIO_API_SECRET", "s")).Find(new GivenCredentials(Key, "given", null));

        Assert.Equal((Key, "given"), (login.Credentials.UserName, login.Credentials.Password));
        Assert.Contains("--username", login.Credentials.Source);
    }

    [Fact]
    public void ApiKey_ComesBeforeAuthToken()
    {
        var login = With(("TWILIO_API_KEY", Key), ("TWILIO_API_SECRET", "s"), ("TWILIO_ACCOUNT_SID", Account), ("TWILIO_AUTH_TOKEN", "t"), ("TWILIO_REGION", "au1"))
            .Find(GivenCredentials.None);

        Assert.Equal((Key, Account, "au1"), (login.Credentials.UserName, login.Credentials.AccountSid, login.Region));
        Assert.Equal("TWILIO_API_KEY and TWILIO_API_SECRET", login.Credentials.Source);
    }

    [Fact]
    public void AuthToken_ComesBeforeTheProfile()
    {
        var login = With(("TWILIO_ACCOUNT_SID", Account), ("TWILIO_AUTH_TOKEN", "t")).Find(GivenCredentials.None);

        Assert.Equal((Account, "t"), (login.Credentials.UserName, login.Credentials.Password));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("work")]
    public void Profile_BringsItsRegion(string? name)
    {
        var login = With().Find(new GivenCredentials(null, null, name));

        Assert.Equal((OtherKey, "ie1", "dublin"), (login.Credentials.UserName, login.Region, login.Edge));
        Assert.Contains("'work'", login.Credentials.Source);
    }

    [Fact]
    public void Profile_InTheKeyRing_IsNoneForUs()
    {
        var e = Assert.Throws<CredentialsMissingException>(() => With().Find(new GivenCredentials(null, null, "in-the-key-ring")));

        Assert.Contains("in-the-key-ring", e.Message);
    }

    [Fact]
    public void Nothing_SaysWhatToSet()
    {
        var e = Assert.Throws<CredentialsMissingException>(() => new TwilioCredentials(_ => null, TwilioCliProfiles.None).Find(GivenCredentials.None));

        Assert.Contains("TWILIO_API_KEY", e.Message);
    }

    [Fact]
    public void UserName_ThatIsNoSid_IsRefused() =>
        Assert.Throws<CredentialsMissingException>(() => With().Find(new GivenCredentials("me", "secret", null)));

    private static TwilioCredentials With(params (string Name, string Value)[] variables) =>
        new(name => variables.FirstOrDefault(v => v.Name == name).Value, s_profiles);
}
