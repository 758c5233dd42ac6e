using Ahoy.Simulator.Faults;

namespace Ahoy.Simulator.Tests.Faults;

public sealed class FaultSetTests
{
    private readonly FaultSet _faults = new();

    [Theory]
    [InlineData(null, null, null, true)]
    [InlineData("api.twilio.com", null, null, true)]
    [InlineData("API.twilio.com", null, null, true)]
    [InlineData("verify.twilio.com", null, null, false)]
    [InlineData("*.twilio.com", "POST", null, true)]
    [InlineData(null, "get", null, false)]
    [InlineData(null, null, "/2010-04-01/Accounts/AC1/Messages.json", true)]
    [InlineData(null, null, "/2010-04-01/Accounts/AC1/Messages", false)]
    [InlineData(null, null, "*/Messages.json", true)]
    [InlineData(null, null, "/2010-04-01/*/AC1/*", true)]
    [InlineData(null, null, "/2010-04-01/*", true)]
    [InlineData(null, null, "*", true)]
    [InlineData(null, null, "*Messages.json*Messages.json", false)]
    [InlineData(null, null, "/2010-04-01/Accounts/AC1/Messages.json*json", false)]
    public void Fault_MatchesByHostMethodAndPath(string? host, string? method, string? path, bool matches)
    {
        _faults.Set([new Fault { Match = new FaultMatch { Host = host, Method = method, Path = path }, Status = 500 }]);

        Assert.Equal(matches, _faults.Take("api.twilio.com", "POST", "/2010-04-01/Accounts/AC1/Messages.json?x=1") is not null);
    }

    [Fact]
    public void Fault_WithTimes_EndsAfterThem()
    {
        _faults.Set([new Fault { Times = 2, Status = 500 }, new Fault { Status = 503 }]);

        Assert.Equal([500, 500, 503, 503], Enumerable.Range(0, 4).Select(_ => _faults.Take("h", "GET", "/")!.Status!.Value));
        _faults.Clear();
        Assert.Null(_faults.Take("h", "GET", "/"));
    }

    [Fact]
    public void Fault_WithoutStatusOrDrop_GoesOn()
    {
        Assert.True(new Fault { Delay = TimeSpan.FromSeconds(1) }.GoesOn);
        Assert.False(new Fault { Drop = true }.GoesOn);
    }
}
