using Ahoy.Api.Credentials;
using Ahoy.Deploy.Credentials;
using Ahoy.TestSupport;

namespace Ahoy.Deploy.Tests.Credentials;

public sealed class LocalCredentialsTests : IDisposable
{
    private const string Account = "ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    private const string Key = "SKbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb";
    private static readonly Uri s_host = new("http://127.0.0.1:3001");

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Account_OnTheCommandLine_IsKnown_AndThatOfAKeyIsNot()
    {
        Assert.Equal(Account, With().Find(s_host, new GivenCredentials(Account, "s", null)).AccountSid);
        Assert.Null(With().Find(s_host, new GivenCredentials(Key, "s", null)).AccountSid);
    }

    [Fact]
    public void Variables_ComeBeforeThePairOfTheHost()
    {
        var credentials = With(("AHOY_ACCOUNT_SID", Account), ("AHOY_AUTH_TOKEN", "t")).Find(s_host, GivenCredentials.None);

        Assert.Equal("AHOY_ACCOUNT_SID and AHOY_AUTH_TOKEN", credentials.Source);
    }

    [Fact]
    public void HostThatNeverRanHere_IsToldWhatToDo()
    {
        var e = Assert.Throws<CredentialsMissingException>(() => With().Find(s_host, GivenCredentials.None));

        Assert.Contains("ahoy serve", e.Message, StringComparison.Ordinal);
        Assert.Contains("AHOY_ACCOUNT_SID", e.Message, StringComparison.Ordinal);
    }

    private LocalCredentials With(params (string Name, string Value)[] variables) => new(
        variables.ToDictionary(v => v.Name, v => v.Value, StringComparer.Ordinal).GetValueOrDefault,
        new HostRegistry(_folder.Combine("hosts.json")));
}
