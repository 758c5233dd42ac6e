using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Ahoy.Host.Tests.Offline.Control;

/// <summary>What is below <c>/_ahoy/</c> is for programs of this machine, and says what it does not have.</summary>
public sealed class GuardTests(ControlService service) : IClassFixture<ControlService>
{
    [Theory]
    [InlineData("Host", "ahoy.example", HttpStatusCode.MisdirectedRequest)]
    [InlineData("Origin", "https://ahoy.example", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "cross-site", HttpStatusCode.Forbidden)]
    public async Task Command_OfAWebPage_IsNotObeyed(string header, string value, HttpStatusCode expected)
    {
        foreach (var (method, path, body) in new (HttpMethod, string, object)[]
        {
            (HttpMethod.Post, "messages", new { from = "+15551239999", to = "/sms", body = "from a page" }),
            (HttpMethod.Post, "calls", new { from = "+15551239999", to = "/voice" }),
            (HttpMethod.Put, "faults", new[] { new { status = 500 } }),
            (HttpMethod.Post, "reset", new { }),
            (HttpMethod.Get, "events", new { }),
        })
        {
            using var request = new HttpRequestMessage(method, $"{service.Twilio!.Url}/_ahoy/{path}") { Content = JsonContent.Create(body) };
            request.Headers.TryAddWithoutValidation(header, value);
            using var response = await service.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            Assert.Equal(expected, response.StatusCode);
        }

        Assert.DoesNotContain(await service.ListAsync("messages"), m => (string?)m["from"] == "+15551239999");
        Assert.DoesNotContain(await service.ListAsync("calls"), m => (string?)m["from"] == "+15551239999");
        Assert.Empty(await service.ListAsync("faults"));
    }

    [Fact]
    public async Task Api_ThroughAPage_IsNotAnswered()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{service.Twilio!.Url}/api.twilio.com/2010-04-01/Accounts.json");
        request.Headers.Add("Origin", "https://ahoy.example");
        using var response = await service.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task Account_OpensTheApi()
    {
        var account = await service.AskAsync(HttpMethod.Get, "account");
        Assert.Equal(["accountSid", "authToken", "numbers"], account.AsObject().Select(property => property.Key));
        Assert.Equal("""["\u002B15005550006"]""", account["numbers"]!.ToJsonString());

        Assert.Equal((200, null), await AskApiAsync((string)account["accountSid"]!, (string)account["authToken"]!));
        Assert.Equal((401, 20003), await AskApiAsync((string)account["accountSid"]!, new string('0', 32)));
        Assert.DoesNotContain(service.Log.Outputs, line => line.Message.Contains((string)account["authToken"]!, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("GET", "nothing", HttpStatusCode.NotFound, "There is no /_ahoy/nothing")]
    [InlineData("DELETE", "messages", HttpStatusCode.MethodNotAllowed, "has no DELETE, but POST, GET")]
    [InlineData("POST", "calls/CA0/digits", HttpStatusCode.BadRequest, "digits")]
    [InlineData("GET", "calls/CA0", HttpStatusCode.NotFound, "There is no call CA0")]
    [InlineData("POST", "messages", HttpStatusCode.BadRequest, "'to' is missing")]
    public async Task Request_ThatIsNone_IsToldWhy(string method, string path, HttpStatusCode status, string message)
    {
        using var response = await service.SendAsync(new HttpMethod(method), path, method == "POST" ? new { } : null);

        Assert.Equal(status, response.StatusCode);
        var error = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.Equal((int)status, (int)error["status"]!);
        Assert.Contains(message, (string)error["message"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("messages", 1, "The body is larger than 1 MB.")]
    [InlineData("media?name=a.png", 5, "A file of a message has 5 MB at most.")]
    public async Task Body_ThatIsTooLong_IsReadNoFurther_WhateverLengthItAnnounces(string path, int megabytes, string message)
    {
        foreach (var isChunked in new[] { false, true })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"{service.Twilio!.Url}/_ahoy/{path}")
            {
                Content = new StringContent($$"""{ "body": "{{new string('x', megabytes * 1024 * 1024)}}", "to": "/sms" }"""),
            };
            request.Headers.TransferEncodingChunked = isChunked;
            using var response = await service.Client.SendAsync(request);

            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
            Assert.Equal(message, (string?)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["message"]);
        }
    }

    [Theory]
    [InlineData("a.png", ".png")]
    [InlineData("a.p[ng", "")]
    [InlineData("a.p%2Fng", "")]
    [InlineData("a", "")]
    public async Task Media_HasTheEndingOfItsName_WhereThatIsOne(string name, string expected)
    {
        using var content = new StringContent("x");
        using var response = await service.Client.PostAsync(new Uri($"{service.Twilio!.Url}/_ahoy/media?name={name}"), content);

        Assert.Equal(expected, Path.GetExtension((string)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["url"]!));
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("/%00%FF")]
    [InlineData("")]
    public async Task Function_ThatAnyProgramClaimsToBe_IsBelievedOnlyWhereThereIsOne(string claimed)
    {
        var path = $"/2010-04-01/{Guid.NewGuid():N}.json";
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{service.Twilio!.Url}/api.twilio.com{path}");
        request.Headers.TryAddWithoutValidation("x-ahoy-function", claimed);
        using var response = await service.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        var asked = Assert.Single(await service.ListAsync("requests"), r => (string?)r["path"] == path);
        Assert.Equal("other", (string?)asked["by"]);
    }

    private async Task<(int Status, int? Code)> AskApiAsync(string user, string password)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{service.Twilio!.Url}/api.twilio.com/2010-04-01/Accounts.json");
        request.Headers.Authorization = ControlPlane.RunningControlPlane.Basic(user, password);
        using var response = await service.Client.SendAsync(request);
        return ((int)response.StatusCode, (int?)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["code"]);
    }
}
