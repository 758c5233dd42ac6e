using Ahoy.Testing;
using Xunit;

namespace Feedback.Tests;

/// <summary>Starts the service once for all tests of a class. That it is TypeScript, and has a front end, is the build's matter: it was compiled with these tests.</summary>
public sealed class RunningFeedback : IAsyncLifetime
{
    public AhoyService Service { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Service = await AhoyService.StartAsync(AhoyProjects.Feedback, options => options.Variables["THANKS"] = "Much obliged!");

    public ValueTask DisposeAsync() => Service.DisposeAsync();
}

public sealed class FeedbackTests(RunningFeedback running) : IClassFixture<RunningFeedback>, IAsyncLifetime
{
    private AhoyService Service => running.Service;

    public async ValueTask InitializeAsync() => await Service.ResetAsync();

    public ValueTask DisposeAsync() => default;

    [Fact]
    public async Task Form_OfThePage_IsThankedFor()
    {
        var answer = (await Service.InvokeAsync("/feedback", new { stars = 5 })).Json<Thanks>();

        Assert.Equal(new Thanks(5, "Much obliged!"), answer);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("six")]
    [InlineData("")]
    public async Task Form_WithoutStars_IsRefused(string stars)
    {
        var result = await Service.InvokeAsync("/feedback", new { stars });

        Assert.Equal(400, result.StatusCode);
        Assert.Equal("application/json", result.Headers["content-type"].Split(';')[0]);
    }

    [Theory]
    [InlineData("4 and a half", "**** Much obliged!")]
    [InlineData("Hello", "How many stars, from 1 to 5?")]
    public async Task Message_IsAnswered(string body, string expected)
    {
        var chat = await Service.Handset("+15551230001").TextAsync("/sms", body);

        Assert.Equal(expected, chat.LastReply.Body);
        Assert.Null(chat.Webhook.ErrorCode);
    }

    [Fact]
    public async Task Page_BringsItsScript()
    {
        using var browser = Service.CreateClient();

        var page = await browser.GetStringAsync("/");
        var script = page.Split("src=\"").Last().Split('"')[0];

        Assert.Contains("/feedback", await browser.GetStringAsync(script));
    }

    private sealed record Thanks(int Stars, string Message);
}
