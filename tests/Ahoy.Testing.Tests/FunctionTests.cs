using System.Net;
using System.Text.Json;

namespace Ahoy.Testing.Tests;

/// <summary>HTTP, signed and unsigned, and faults.</summary>
public sealed class FunctionTests(ShopService shop) : IClassFixture<ShopService>, IAsyncLifetime
{
    private AhoyService Service => shop.Service;

    public async ValueTask InitializeAsync() => await Service.ResetAsync();

    public ValueTask DisposeAsync() => default;

    [Fact]
    public async Task Invoke_WithParameters_PostsAForm()
    {
        var result = await Service.InvokeAsync("/echo", new { name = "Ada Ö & Co", size = 2.5, fresh = true, tags = new[] { "a", "b" }, none = (string?)null });

        Assert.Equal(200, result.StatusCode);
        var echo = result.Json<Echo>();
        Assert.Equal("Ahoy", echo.Greeting);
        Assert.Equal("""{"name":"Ada Ö \u0026 Co","size":"2.5","fresh":"true","tags":["a","b"]}""".Replace("\\u0026", "&", StringComparison.Ordinal), echo.Parameters.GetRawText());
        Assert.Equal("yes", result.Cookies["seen"]);
        Assert.Equal("open", result.Headers["x-shop"]);
        Assert.Equal(["asked"], result.Logs.Select(line => line.Message));
        Assert.InRange(result.Duration, TimeSpan.Zero, TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Invoke_OfAProtectedFunction_IsSigned_WhateverIsSent()
    {
        Assert.Equal(200, (await Service.InvokeAsync("/secret?a=b%20c&d")).StatusCode);
        Assert.Equal(200, (await Service.InvokeAsync("/secret?a=1", new Dictionary<string, string> { ["b"] = "2", ["B"] = "ü" })).StatusCode);
        var json = await Service.InvokeJsonAsync("/secret", new { Name = "Ada", Items = new[] { 1, 2 } });
        Assert.Equal(200, json.StatusCode);
        Assert.Equal("Ada", json.Json<JsonElement>().GetProperty("name").GetString());
        Assert.Equal(404, (await Service.InvokeAsync("/nothing")).StatusCode);
    }

    [Fact]
    public async Task Client_ThatDoesNotSign_IsRefused()
    {
        using var browser = Service.CreateClient();
        using var twilio = Service.CreateSignedClient();

        Assert.Equal(HttpStatusCode.BadRequest, (await browser.GetAsync("/secret")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await twilio.GetAsync("/secret")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/echo")).StatusCode);
    }

    [Fact]
    public async Task Json_OfSomethingElse_ShowsTheAnswer()
    {
        var result = await Service.InvokeAsync("/broken");

        Assert.Equal(500, result.StatusCode);
        var failure = Assert.Throws<AhoyException>(() => result.Json<List<Echo>>());
        Assert.Contains("GET /broken: the answer is not the JSON of a List`1", failure.Message);
        Assert.Contains("the oven is cold", failure.Message);
    }

    [Fact]
    public async Task Fail_ForATime_IsSeenByTheFunction()
    {
        Service.Twilio.Fail(path: "*/Messages.json", status: 500, code: 20500, times: 1);
        Service.Twilio.Fail(path: "*/Messages.json", drop: true, times: 1);

        Assert.Contains("20500", (await Service.InvokeAsync("/send", new { to = "+15551230001" })).Body);
        Assert.Equal(502, (await Service.InvokeAsync("/send", new { to = "+15551230001" })).StatusCode);
        Assert.Equal(200, (await Service.InvokeAsync("/send", new { to = "+15551230001" })).StatusCode);

        Service.Twilio.Fail(status: 429);
        Service.Twilio.ClearFaults();
        Assert.Equal(200, (await Service.InvokeAsync("/send", new { to = "+15551230001" })).StatusCode);
    }

    [Fact]
    public async Task Strict_Service_ReachesNoOtherHost()
    {
        await using var strict = await AhoyService.StartAsync("Services/shop", options => options.Strict = true);

        Assert.Contains("ahoy.example", (await strict.InvokeAsync("/outside")).Body);
    }

    [Fact]
    public async Task Reset_ForgetsAllThatHappened()
    {
        Service.Handset("+15551230001").Answers = Answer.Busy;
        Service.Twilio.Fail(status: 500);
        await Service.Handset("+15551230001").TextAsync("/order", "a loaf");
        Service.Clock.Mode = AhoyClock.Manual;

        await Service.ResetAsync();

        Assert.Empty(Service.Twilio.Messages);
        Assert.Empty(Service.Twilio.Requests);
        Assert.Empty(Service.Logs);
        Assert.Empty(Service.Alerts);
        Assert.Equal(Answer.Automatically, Service.Handset("+15551230001").Answers);
        Assert.Equal(AhoyClock.Fast, Service.Clock.Mode);
        Assert.Equal(200, (await Service.InvokeAsync("/send", new { to = "+15551230001" })).StatusCode);
    }

    private sealed record Echo(JsonElement Parameters, string? Greeting, bool Signed);
}
