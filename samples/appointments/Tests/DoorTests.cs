using Ahoy.Testing;
using Xunit;

namespace Appointments.Tests;

/// <summary>The screen at the door: a code by Verify, which the offline Twilio sends to the handset.</summary>
public sealed class DoorTests(RunningPractice running) : IClassFixture<RunningPractice>, IAsyncLifetime
{
    private const string Phone = "+15551230001";

    private AhoyService Service => running.Service;

    public async ValueTask InitializeAsync() => await running.BookAdaAsync();

    public ValueTask DisposeAsync() => default;

    [Fact]
    public async Task Code_OpensTheDoor()
    {
        Assert.Equal(202, (await Service.InvokeAsync("/door", new { phone = Phone })).StatusCode);

        var sent = Assert.Single(Service.Twilio.Verifications);
        Assert.Contains(sent.Code, (await Service.Handset(Phone).ReceiveAsync()).Body);
        var opened = await Service.InvokeAsync("/door", new { phone = Phone, code = sent.Code });

        Assert.Equal((200, "Welcome, Ada. The door is open."), (opened.StatusCode, opened.Json<Answer>().Message));
        Assert.Equal("approved", Assert.Single(Service.Twilio.Verifications).Status);
        Assert.Equal("arrived", await running.StatusAsync());
    }

    [Fact]
    public async Task Code_ThatIsWrong_DoesNot()
    {
        await Service.InvokeAsync("/door", new { phone = Phone });

        var refused = await Service.InvokeAsync("/door", new { phone = Phone, code = "none" });

        Assert.Equal((403, "That is not the code."), (refused.StatusCode, refused.Json<Answer>().Error));
    }

    [Fact]
    public async Task Code_IsGoodForTenMinutes()
    {
        await Service.InvokeAsync("/door", new { phone = Phone });
        var code = Assert.Single(Service.Twilio.Verifications).Code;

        await Service.Clock.AdvanceAsync(TimeSpan.FromMinutes(11));

        Assert.Equal(403, (await Service.InvokeAsync("/door", new { phone = Phone, code })).StatusCode);
    }

    [Fact]
    public async Task Stranger_GetsNoCode()
    {
        Assert.Equal(404, (await Service.InvokeAsync("/door", new { phone = "+15551230002" })).StatusCode);
        Assert.Empty(Service.Twilio.Verifications);
    }

    private sealed record Answer(string? Message, string? Error);
}
