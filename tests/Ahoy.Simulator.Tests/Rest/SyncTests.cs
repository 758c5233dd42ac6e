namespace Ahoy.Simulator.Tests.Rest;

public sealed class SyncTests
{
    private const string Services = "https://sync.twilio.com/v1/Services";

    private readonly ApiUnderTest _api = new();

    [Fact]
    public async Task DefaultService_IsThereFromTheStart()
    {
        var service = await _api.Get($"{Services}/default");
        Assert.Matches("^IS[0-9a-f]{32}$", service["sid"]);
        var document = await _api.Post($"{Services}/default/Documents", ("UniqueName", "state"), ("Data", "{\"a\":[1,true,null]}"));
        Assert.Equal((201, service["sid"], "0"), (document.Status, document["service_sid"], document["revision"]));
        Assert.Equal($"{Services}/{service["sid"]}/Documents/{document["sid"]}", document["url"]);
        Assert.Equal("{\"a\":[1,true,null]}", document.Json!["data"]!.ToJsonString());
        Assert.Equal(document["sid"], (await _api.Get($"{Services}/{service["sid"]}/Documents/state"))["sid"]);
    }

    [Fact]
    public async Task Document_UpdatedWithAnOldRevision_Is54103()
    {
        var url = $"{Services}/default/Documents/{await _api.Create($"{Services}/default/Documents", ("Data", "{}"))}";
        var changed = await _api.Send("POST", url, "Data=%7B%22n%22%3A1%7D", ifMatch: "0");
        Assert.Equal((200, "1", "1"), (changed.Status, changed["revision"], changed.Headers["ETag"]));
        (await _api.Send("POST", url, "Data=%7B%7D", ifMatch: "0")).Failed(412, 54103);
        Assert.Equal("{\"n\":1}", (await _api.Get(url)).Json!["data"]!.ToJsonString());
    }

    [Theory]
    [InlineData("Documents")]
    [InlineData("Lists")]
    [InlineData("Maps")]
    public async Task UniqueName_UsedTwice_Is54301(string kind)
    {
        await _api.Create($"{Services}/default/{kind}", ("UniqueName", "one"));
        (await _api.Post($"{Services}/default/{kind}", ("UniqueName", "one"))).Failed(409, 54301);
        Assert.Equal(204, (await _api.Delete($"{Services}/default/{kind}/one")).Status);
        await _api.Create($"{Services}/default/{kind}", ("UniqueName", "one"));
    }

    [Fact]
    public async Task ListItems_AreCountedAndListedFromAnIndex()
    {
        await _api.Create($"{Services}/default/Lists", ("UniqueName", "log"));
        var items = $"{Services}/default/Lists/log/Items";
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal($"{i}", (await _api.Post(items, ("Data", $"{{\"n\":{i}}}")))["index"]);
        }

        await _api.Delete($"{items}/3");
        Assert.Equal("5", (await _api.Post(items, ("Data", "{}")))["index"]);
        Assert.Equal(["0", "1", "2", "4", "5"], await Indexes(items));
        Assert.Equal(["5", "4", "2", "1", "0"], await Indexes($"{items}?Order=desc"));
        Assert.Equal(["4", "5"], await Indexes($"{items}?From=2&Bounds=exclusive"));
        Assert.Equal(["2", "1", "0"], await Indexes($"{items}?From=2&Order=desc"));
        (await _api.Send("POST", $"{items}/1", "Data=1", ifMatch: "7")).Failed(412, 20412);
        Assert.Equal("7", (await _api.Get($"{Services}/default/Lists/log"))["revision"]);
    }

    [Fact]
    public async Task MapItems_HaveKeysOfTheirOwn()
    {
        await _api.Create($"{Services}/default/Maps", ("UniqueName", "players"));
        var items = $"{Services}/default/Maps/players/Items";
        Assert.Equal(201, (await _api.Post(items, ("Key", "zoe smith"), ("Data", "{\"score\":1}"))).Status);
        Assert.Equal(201, (await _api.Post(items, ("Key", "ada"), ("Data", "{\"score\":2}"))).Status);
        (await _api.Post(items, ("Key", "ada"), ("Data", "{}"))).Failed(409, 54208);
        (await _api.Post(items, ("Key", "bob"))).Failed(400, 20001);
        var changed = await _api.Post($"{items}/zoe%20smith", ("Data", "{\"score\":3}"));
        Assert.Equal((200, "1", "{\"score\":3}"), (changed.Status, changed["revision"], changed.Json!["data"]!.ToJsonString()));
        Assert.Equal(["ada", "zoe smith"], (await _api.Get(items)).List("items").Select(item => item!["key"]!.ToString()));
        Assert.Equal(204, (await _api.Delete($"{items}/ada")).Status);
        (await _api.Get($"{items}/ada")).Failed(404, 20404);
    }

    [Fact]
    public async Task TimeToLive_EndsWithTheClock()
    {
        var document = $"{Services}/default/Documents/{await _api.Create($"{Services}/default/Documents", ("UniqueName", "brief"), ("Ttl", "60"))}";
        Assert.Equal("2026-03-14T15:10:26Z", (await _api.Get(document))["date_expires"]);
        _api.Clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(200, (await _api.Post(document, ("Ttl", "10"))).Status);
        _api.Clock.Advance(TimeSpan.FromSeconds(10));
        (await _api.Get(document)).Failed(404, 20404);
        Assert.Empty((await _api.Get($"{Services}/default/Documents")).List("documents"));
        await _api.Create($"{Services}/default/Documents", ("UniqueName", "brief"));
    }

    [Fact]
    public async Task Service_Removed_TakesWhatIsBelowIt()
    {
        var service = await _api.Create(Services, ("FriendlyName", "games"));
        var list = await _api.Create($"{Services}/{service}/Lists", ("UniqueName", "one"));
        await _api.Post($"{Services}/{service}/Lists/{list}/Items", ("Data", "{}"));
        Assert.Equal(204, (await _api.Delete($"{Services}/{service}")).Status);
        (await _api.Get($"{Services}/{service}/Lists/{list}")).Failed(404, 20404);
        (await _api.Post($"{Services}/{service}/Lists")).Failed(404, 20404);
        (await _api.Get($"{Services}/{service}/Lists/{list}/Items")).Failed(404, 20404);
    }

    [Fact]
    public async Task Data_LargerThan16KiB_IsRefused()
    {
        (await _api.Post($"{Services}/default/Documents", ("Data", $"\"{new string('x', 17_000)}\""))).Failed(413, 54006);
    }

    private async Task<string[]> Indexes(string url)
    {
        return [.. (await _api.Get(url)).List("items").Select(item => item!["index"]!.ToString())];
    }
}
