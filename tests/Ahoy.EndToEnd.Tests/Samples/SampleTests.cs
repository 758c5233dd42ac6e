using System.Net;
using System.Net.Http.Json;
using Ahoy.Model;
using Ahoy.TestSupport;

namespace Ahoy.EndToEnd.Tests.Samples;

/// <summary>Each sample, from source: built, served, called and stopped as its README says.</summary>
public class SampleTests
{
    [Fact]
    public async Task SmsCounter_SignedMessages_CountInTheCookie()
    {
        await using var service = await RunningService.StartSampleAsync("sms-counter");
        var form = new Dictionary<string, string> { ["Body"] = "Ahoy", ["From"] = "+15550100" };
        var token = AuthToken("sms-counter");

        var first = await service.PostSignedAsync("/sms", token, form);
        Assert.Equal("text/xml", first.Content.Headers.ContentType?.MediaType);
        Assert.Contains("<Message>This is message 1 of", await TextAsync(first));

        var cookie = Assert.Single(first.Headers.GetValues("Set-Cookie")).Split(';')[0];
        Assert.Contains("<Message>This is message 2 of", await TextAsync(await service.PostSignedAsync("/sms", token, form, cookie)));

        Assert.Equal(HttpStatusCode.BadRequest, (await service.PostSignedAsync("/sms", "another token", form)).StatusCode);
        Assert.Contains("/sms  ", service.Output);

        var (exitCode, left) = await service.StopAsync();
        Assert.Equal(0, exitCode);
        Assert.Empty(left);
    }

    [Fact]
    public async Task VoiceMenu_PrivateResources_AreUsedAndNeverServed()
    {
        await using var service = await RunningService.StartSampleAsync("voice-menu");
        var token = AuthToken("voice-menu");

        var open = await service.PostSignedAsync("/incoming", token, new Dictionary<string, string> { ["at"] = "2026-03-04T10:00:00Z" });
        Assert.Contains("<Gather", await TextAsync(open));
        var closed = await service.PostSignedAsync("/incoming", token, new Dictionary<string, string> { ["at"] = "2026-03-04T03:00:00Z" });
        Assert.DoesNotContain("<Gather", await TextAsync(closed));

        string[] spellings =
        [
            "/bakery.json", "/bakery.private.json", "/%62akery.json", "/assets/bakery.private.json", "/lib/bakery", "/lib/bakery.js", "/lib/bakery.private.js",
            "/lib/../bakery.json", "/lib/%2e%2e/bakery.json", "//bakery.json", "/bakery.json/", "/BAKERY.JSON", "/.env", "/package.json", "/functions/lib/bakery.private.js",
        ];
        foreach (var path in spellings)
        {
            var response = await service.GetAsync(path);
            Assert.True(response.StatusCode == HttpStatusCode.NotFound, $"{path}: {response.StatusCode}");
        }
    }

    [Fact]
    public async Task WebForm_PageAssetsAndEndpoints_Answer()
    {
        await using var service = await RunningService.StartSampleAsync("web-form");

        var page = await service.GetAsync("/");
        Assert.Equal("text/html", page.Content.Headers.ContentType?.MediaType);
        Assert.Equal("text/css", (await service.GetAsync("/style.css")).Content.Headers.ContentType?.MediaType);
        Assert.Equal(HttpStatusCode.OK, (await service.GetAsync("/form.js")).StatusCode);

        using var request = new HttpRequestMessage(HttpMethod.Post, "/callback") { Content = JsonContent.Create(new { name = "Ada", phone = "+351 912 345 678" }) };
        Assert.Contains("\"message\":\"Thank you, Ada.", await TextAsync(await service.SendAsync(request)));
        Assert.Matches("\"token\":\"[\\w-]+\\.[\\w-]+\\.[\\w-]+\"", await TextAsync(await service.GetAsync("/token?identity=ada")));
        Assert.Equal(HttpStatusCode.BadRequest, (await service.GetAsync("/token?identity=%20")).StatusCode);
    }

    [Fact]
    public async Task NumberCheck_NpmDependency_IsRestoredAndUsed()
    {
        await using var service = await RunningService.StartSampleAsync("number-check");

        Assert.Contains("\"e164\":\"+351912345678\"", await TextAsync(await service.GetAsync("/check?number=912345678&country=PT")));
        var tidy = await service.PostSignedAsync("/sms", AuthToken("number-check"), new Dictionary<string, string> { ["Body"] = "call +1 213 373 42 53" });
        Assert.Contains("+1 213 373 4253", await TextAsync(tidy));
    }

    private static string AuthToken(string sample) =>
        EnvFile.Load(Repository.Combine("samples", sample, ".env")).GetValue("AUTH_TOKEN")!;

    private static Task<string> TextAsync(HttpResponseMessage response) =>
        response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
}
