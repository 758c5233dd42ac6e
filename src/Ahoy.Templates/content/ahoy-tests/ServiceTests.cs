using Ahoy.Testing;
using Xunit;

/// <summary>Starts the service once for all tests of a class.</summary>
public sealed class RunningService : IAsyncLifetime
{
    public AhoyService Service { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Service = await AhoyService.StartAsync("../AhoyService/AhoyService.csproj");

    public async ValueTask DisposeAsync() => await Service.DisposeAsync();
}

public sealed class ServiceTests(RunningService running) : IClassFixture<RunningService>, IAsyncLifetime
{
    private AhoyService Service => running.Service;

    // Each test begins as after the start.
    public async ValueTask InitializeAsync() => await Service.ResetAsync();

    public ValueTask DisposeAsync() => default;

    [Fact]
    public async Task Hello_GreetsWhomItIsTold()
    {
        var result = await Service.InvokeAsync("/hello", new { name = "Ada" });

        Assert.Equal(200, result.StatusCode);
        Assert.Contains("Ada", result.Body);
    }

    [Fact]
    public async Task Sms_IsAnswered()
    {
        var chat = await Service.Handset("+15551230001").TextAsync("/sms", "Ahoy");

        Assert.Equal("You wrote: Ahoy", chat.LastReply.Body);
    }
}
