namespace Ahoy.Host.Tests.Offline;

/// <summary><c>--offline=strict</c>: Functions reach nothing outside of this machine.</summary>
public class StrictTests(StrictOfflineService service) : IClassFixture<StrictOfflineService>
{
    [Fact]
    public async Task Function_ThatAsksAnotherHost_IsRefused() =>
        Assert.Equal("AHOY_OFFLINE AHOY_OFFLINE", await service.GetTextAsync("/reach?url=https://ahoy.example/"));

    [Fact]
    public async Task Function_ThatAsksTwilio_IsAnsweredHere() =>
        Assert.Equal("401 401", await service.GetTextAsync("/reach?url=https://api.twilio.com/2010-04-01/Accounts.json"));

    [Fact]
    public async Task Function_ThatSendsByGetTwilioClient_SendsInThisWorld() =>
        Assert.StartsWith("SM", await service.GetTextAsync("/notify?to=%2B15551230077"), StringComparison.Ordinal);
}
