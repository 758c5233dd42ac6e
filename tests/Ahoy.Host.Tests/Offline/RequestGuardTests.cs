using System.Net;

namespace Ahoy.Host.Tests.Offline;

/// <summary>Web pages that a developer opens must not command the phones of this machine.</summary>
public class RequestGuardTests(OfflineService service) : IClassFixture<OfflineService>
{
    [Theory]
    [InlineData("ahoy.example", HttpStatusCode.MisdirectedRequest)]
    [InlineData("127.0.0.1.ahoy.example", HttpStatusCode.MisdirectedRequest)]
    [InlineData("localhost", HttpStatusCode.OK)]
    public async Task Host_OfAnotherName_IsRefused(string host, HttpStatusCode expected) =>
        Assert.Equal(expected, await AskAsync("Host", $"{host}:{new Uri(service.Twilio!.Url).Port}"));

    [Theory]
    [InlineData("Origin", "https://ahoy.example")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task Origin_OfAnotherPage_IsRefused(string header, string value) =>
        Assert.Equal(HttpStatusCode.Forbidden, await AskAsync(header, value));

    [Fact]
    public async Task Origin_OfItsOwnAddress_IsAnswered() =>
        Assert.Equal(HttpStatusCode.OK, await AskAsync("Origin", service.Twilio!.Url));

    private async Task<HttpStatusCode> AskAsync(string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{service.Twilio!.Url}/_ahoy/account");
        request.Headers.TryAddWithoutValidation(header, value);
        using var response = await service.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }
}
