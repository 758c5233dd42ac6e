using Ahoy.Simulator.Tests.Infrastructure;
using Ahoy.Simulator.World;

namespace Ahoy.Simulator.Tests.World;

public sealed class PhoneBookTests : IDisposable
{
    private readonly TestSimulator _test = new();

    public void Dispose() => _test.Dispose();

    [Fact]
    public void Numbers_WithoutAFile_AreOne() => Assert.Equal([TestSimulator.Number], _test.World.Phones.Numbers.Select(n => n.Number));

    [Fact]
    public async Task Numbers_OfAFileReadAgain_KeepTheirSids()
    {
        _test.Simulator.Configure([new("+15005550010") { Sms = "http://localhost:3000/a" }, new("+15005550011")]);
        var sid = _test.World.Phones.Find("+15005550010")!.Sid;
        _test.Simulator.Configure([new("+15005550010") { Sms = "http://localhost:3000/b" }]);
        _test.Webhooks.OnTwiml("/b", "<Message>b</Message>");

        Assert.Equal((sid, 1), (_test.World.Phones.Find("+15005550010")!.Sid, _test.World.Phones.Numbers.Count));
        Assert.Equal("+15005550010", (await _test.TextAsync("Hi", "/b")).Replies[0].From);
        Assert.Equal("b", (await _test.TextAsync("Hi", "+15005550010")).Replies[0].Body);
    }

    [Fact]
    public void Reset_KeepsTheFilesNumbersAlone()
    {
        _test.World.InTurn(() => _test.World.Phones.Add("+15550001111", _test.World.Now));
        _test.Simulator.SetHandset(TestSimulator.Other, new Handset(HandsetAnswer.Busy, null));
        _test.Simulator.Reset();

        Assert.Equal([TestSimulator.Number], _test.World.Phones.Numbers.Select(n => n.Number));
        Assert.Equal(Handset.Default, _test.World.Phones.HandsetOf(TestSimulator.Other));
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("+0123")]
    [InlineData(TestSimulator.Number)]
    public void Handset_ThatIsNone_IsRefused(string address) =>
        Assert.Throws<InvalidRequestException>(() => _test.Simulator.SetHandset(address, Handset.Default));

    [Theory]
    [InlineData("+14155550123", "SAN FRANCISCO", "CA", "US")]
    [InlineData("+15551230001", "", "", "US")]
    [InlineData("+441632960000", "", "", "GB")]
    [InlineData("client:alice", "", "", "")]
    public void Place_OfANumber_IsOfTheTable(string number, string city, string state, string country)
    {
        var place = AreaCodes.Find(number);

        Assert.Equal((city, state, country), (place.City, place.State, place.Country));
    }
}
