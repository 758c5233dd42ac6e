namespace Ahoy.Testing.Tests;

/// <summary>What <see cref="KilledProcessTests"/> kills: services that start, answer and end. It does nothing where all tests run.</summary>
public sealed class StayingTests
{
    /// <summary>The variable with which it does something.</summary>
    public const string Variable = "AHOY_TESTS_STAY";

    [Fact]
    public async Task Services_StartAnswerAndEnd()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable(Variable) == "true", "For KilledProcessTests.");
        for (var i = 0; i < 2; i++)
        {
            await using var service = await AhoyService.StartAsync("Services/shop");
            await service.Handset("+15551230001").TextAsync("/order", "a loaf");
            await service.InvokeAsync("/echo");
        }
    }
}
