namespace Ahoy.Host.Tests.Offline;

/// <summary>What <c>/_ahoy/faults</c> does to webhooks: the platform asks for a Function, and something goes wrong on the way.</summary>
public sealed class WebhookFaultTests(OfflineService service) : IClassFixture<OfflineService>, IAsyncLifetime
{
    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync() => await service.Client.DeleteAsync($"{service.Twilio!.Url}/_ahoy/faults", TestContext.Current.CancellationToken);

    [Theory]
    [InlineData("""[{"match":{"path":"/sms"},"status":503}]""", 11200)]
    [InlineData("""[{"match":{"path":"/sms"},"drop":true}]""", 11205)]
    [InlineData("""[{"match":{"path":"/sms","method":"POST"},"delay":"PT0.05S","status":500}]""", 11200)]
    public async Task Webhook_ThatIsToFail_FailsAsThePlatformSaysIt(string faults, int code)
    {
        await PutAsync(faults);

        var result = await service.AskAsync(HttpMethod.Post, "messages", new { to = "/sms", body = "ahoy" });

        Assert.Equal(code, (int?)result["webhook"]!["errorCode"]);
        Assert.Empty(result["replies"]!.AsArray());
    }

    [Fact]
    public async Task Webhook_WithADelayAlone_AnswersAfterIt()
    {
        await PutAsync("""[{"match":{"path":"/sms"},"times":1,"delay":"PT0.3S"}]""");
        var from = TimeProvider.System.GetTimestamp();

        var result = await service.AskAsync(HttpMethod.Post, "messages", new { to = "/sms", body = "ahoy" });

        Assert.True(TimeProvider.System.GetElapsedTime(from) >= TimeSpan.FromSeconds(0.3));
        Assert.Equal("You said ahoy.", (string?)Assert.Single(result["replies"]!.AsArray())!["body"]);
    }

    private async Task PutAsync(string faults)
    {
        using var content = new StringContent(faults, System.Text.Encoding.UTF8, "application/json");
        using var response = await service.Client.PutAsync($"{service.Twilio!.Url}/_ahoy/faults", content, TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
