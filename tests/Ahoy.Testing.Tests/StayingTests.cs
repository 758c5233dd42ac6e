namespace Ahoy.Testing.Tests;

/// <summary>What <see cref="KilledProcessTests"/> kills: services that start, answer and end. It does nothing where all tests run.</summary>
public sealed class StayingTests
{
    /// <summary>The variable with which it does something: a file, which gets a line at each stage.</summary>
    public const string Variable = "AHOY_TESTS_STAGES";

    /// <summary>How many lines it writes.</summary>
    public const int Stages = 4;

    [Fact]
    public async Task Service_StartsAnswersAndEnds()
    {
        var file = Environment.GetEnvironmentVariable(Variable);
        Assert.SkipWhen(string.IsNullOrEmpty(file), "For KilledProcessTests.");
        await File.AppendAllTextAsync(file, "starting\n");
        await using (var service = await AhoyService.StartAsync("Services/shop"))
        {
            await File.AppendAllTextAsync(file, "started\n");
            await service.Handset("+15551230001").TextAsync("/order", "a loaf");
            await service.InvokeAsync("/echo");
            await File.AppendAllTextAsync(file, "answered\n");
        }

        await File.AppendAllTextAsync(file, "ended\n");
    }
}
