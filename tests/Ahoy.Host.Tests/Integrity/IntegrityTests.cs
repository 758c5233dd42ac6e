using Ahoy.Integrity;

namespace Ahoy.Host.Tests.Integrity;

/// <summary>The short form of <c>bench/run integrity</c>: whole hosts under a random load that is disturbed, and every byte of every answer compared.</summary>
public sealed class IntegrityTests
{
    private const int Seed = 10;

    [Fact]
    public async Task Answers_UnderARandomLoad_AreAllWhatTheyMustBe()
    {
        var result = await IntegrityRun.RunAsync(new IntegrityOptions
        {
            HostAssembly = Path.Combine(AppContext.BaseDirectory, "Ahoy.Host.dll"),
            Duration = TimeSpan.FromSeconds(15),
            Seed = Seed,
            StartClients = 24,
            ServeClients = 4,
        });

        TestContext.Current.TestOutputHelper?.WriteLine(result.ToString());
        Assert.True(result.Wrong == 0, result.ToString());
        Assert.True(result.Right > 50, $"Too few answers to prove anything: {result}");
    }
}
