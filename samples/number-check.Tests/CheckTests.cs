using Ahoy.Testing;
using Xunit;

namespace NumberCheck.Tests;

/// <summary>Starts the service once for all tests of a class.</summary>
public sealed class RunningCheck : IAsyncLifetime
{
    public AhoyService Service { get; private set; } = null!;

    // Strict: a Function that asked another host would fail, so these tests show that it needs none.
    public async ValueTask InitializeAsync() => Service = await AhoyService.StartAsync(AhoyProjects.NumberCheck, options => options.Strict = true);

    public ValueTask DisposeAsync() => Service.DisposeAsync();
}

public sealed class CheckTests(RunningCheck running) : IClassFixture<RunningCheck>, IAsyncLifetime
{
    private AhoyService Service => running.Service;

    public async ValueTask InitializeAsync() => await Service.ResetAsync();

    public ValueTask DisposeAsync() => default;

    [Theory]
    [InlineData("912345678", "PT", "+351912345678")]
    [InlineData("(213) 373-4253", "US", "+12133734253")]
    [InlineData("+351 912 345 678", "US", "+351912345678")]
    public async Task Number_IsLookedUp(string number, string country, string expected)
    {
        var answer = (await Service.InvokeAsync("/check", new { number, country })).Json<Check>();

        Assert.True(answer.Valid);
        Assert.Equal(expected, answer.E164);
    }

    [Fact]
    public async Task Words_AreNoNumber()
    {
        var answer = (await Service.InvokeAsync("/check?number=hello")).Json<Check>();

        Assert.Equal(new Check(Valid: false, Reason: "not a phone number"), answer);
    }

    [Fact]
    public async Task Message_ComesBackTidy()
    {
        var ada = Service.Handset("+15551230001");

        var chat = await ada.TextAsync("/sms", "Call me: (213) 373 42 53, or +351 912345678");

        Assert.Equal("+1 213 373 4253\n+351 912 345 678", chat.LastReply.Body);
    }

    [Fact]
    public async Task Message_WithoutANumber_IsToldWhatToSend()
    {
        var chat = await Service.Handset("+15551230001").TextAsync("/sms", "Hello?");

        Assert.Equal("Send a phone number, and it comes back tidy.", Assert.Single(chat.Replies).Body);
    }

    private sealed record Check(bool Valid, string? E164 = null, string? Reason = null);
}
