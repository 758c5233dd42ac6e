using System.Net;
using System.Net.Http.Json;
using Ahoy.Page.Tests.Infrastructure;

namespace Ahoy.Page.Tests;

/// <summary>Who may see the page, and what is told to it.</summary>
public class GuardTests
{
    [Theory]
    [InlineData("/", "Host", "evil.example", HttpStatusCode.MisdirectedRequest)]
    [InlineData("/_ahoy/page/requests", "Host", "evil.example", HttpStatusCode.MisdirectedRequest)]
    [InlineData("/_ahoy/page/requests", "Origin", "http://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("/_ahoy/page/feed", "Sec-Fetch-Site", "cross-site", HttpStatusCode.Forbidden)]
    [InlineData("/page.js", "Sec-Fetch-Site", "cross-site", HttpStatusCode.Forbidden)]
    public async Task Request_OfAnotherOrigin_IsRefused(string path, string header, string value, HttpStatusCode status)
    {
        await using var service = await PageService.ProjectAsync(new Dictionary<string, string> { ["assets/a.txt"] = "a" });
        using var request = new HttpRequestMessage(HttpMethod.Get, service.Page + path);
        request.Headers.TryAddWithoutValidation(header, value);
        using var response = await service.Control.SendAsync(request);
        Assert.Equal(status, response.StatusCode);
    }

    [Fact]
    public async Task Page_OpenedFromALinkElsewhere_IsServedWithItsPolicy()
    {
        await using var service = await PageService.ProjectAsync(new Dictionary<string, string> { ["assets/a.txt"] = "a" });
        using var request = new HttpRequestMessage(HttpMethod.Get, service.Page);
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        request.Headers.Add("Sec-Fetch-Mode", "navigate");
        request.Headers.Add("Sec-Fetch-Dest", "document");
        using var response = await service.Control.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Contains("<script src=\"/page.js\"", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Secrets_InRequestsAndLogs_AreMasked()
    {
        const string Token = "0123456789abcdef0123456789abcdef";
        await using var service = await PageService.ProjectAsync(new Dictionary<string, string>
        {
            ["functions/tells.js"] = "exports.handler = (context, event, callback) => { console.log(event.t); callback(null, event.t); };",
            [".env"] = $"ACCOUNT_SID=AC00000000000000000000000000000000\nAUTH_TOKEN={Token}\n",
        });
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/tells?t={Token}") { Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["u"] = Token }) };
        request.Headers.TryAddWithoutValidation("Authorization", "Basic c2VjcmV0OnNlY3JldA==");
        await service.Http.SendAsync(request);

        var list = await service.ReadAsync("page/requests");
        var sid = list["items"]![0]!["sid"]!.GetValue<string>();
        var all = list.ToJsonString() + (await service.ReadAsync($"page/requests/{sid}")).ToJsonString() + (await service.ReadAsync("page/service")).ToJsonString();
        Assert.DoesNotContain(Token, all, StringComparison.Ordinal);
        Assert.DoesNotContain("c2VjcmV0", all, StringComparison.Ordinal);

        // What was masked and did not change is sent as it was.
        var detail = await service.ReadAsync($"page/requests/{sid}");
        var sent = await service.PostAsync("page/send", new
        {
            of = sid,
            method = "POST",
            target = detail["request"]!["target"]!.GetValue<string>(),
            headers = new[] { new[] { "Content-Type", "application/x-www-form-urlencoded" } },
            body = (string?)null,
            sign = true,
        });
        Assert.Equal(200, sent!["status"]!.GetValue<int>());
        Assert.Contains(Token, await service.Http.GetStringAsync($"/tells?t={Token}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Clear_OfRequests_LeavesNone()
    {
        await using var service = await PageService.ProjectAsync(new Dictionary<string, string> { ["assets/a.txt"] = "a" });
        for (var i = 0; i < 1_050; i++)
        {
            await service.Http.GetAsync("/a.txt");
        }

        Assert.Equal(1_000, (await service.ReadAsync("page/requests"))["items"]!.AsArray().Count);
        (await service.Control.DeleteAsync("page/requests")).EnsureSuccessStatusCode();
        Assert.Empty((await service.ReadAsync("page/requests"))["items"]!.AsArray());
        await service.Http.GetAsync("/a.txt");
        Assert.Single((await service.ReadAsync("page/requests"))["items"]!.AsArray());
    }

    [Fact]
    public async Task Phones_WithoutOffline_AreNoneOfTheHosts()
    {
        await using var service = await PageService.ProjectAsync(new Dictionary<string, string> { ["assets/a.txt"] = "a" });
        using var response = await service.Control.PostAsJsonAsync("messages", new { to = "/sms" });
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }
}
