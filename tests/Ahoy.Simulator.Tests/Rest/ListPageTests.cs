namespace Ahoy.Simulator.Tests.Rest;

public sealed class ListPageTests
{
    private const string Documents = "https://sync.twilio.com/v1/Services/default/Documents";

    private readonly ApiUnderTest _api = new();

    [Fact]
    public async Task Pages_Followed_GiveEachItemOnce_WhateverIsRemovedMeanwhile()
    {
        for (var i = 0; i < 7; i++)
        {
            await _api.Create(Documents, ("UniqueName", $"d{i}"));
        }

        var first = await _api.Get($"{Documents}?PageSize=3");
        Assert.Equal(["d0", "d1", "d2"], Names(first));
        await _api.Delete($"{Documents}/d0");
        var second = await _api.Get(Meta(first, "next_page_url")!);
        Assert.Equal(["d3", "d4", "d5"], Names(second));
        Assert.Equal(("1", "3"), (Meta(second, "page"), Meta(second, "page_size")));
        var third = await _api.Get(Meta(second, "next_page_url")!);
        Assert.Equal(["d6"], Names(third));
        Assert.Null(Meta(third, "next_page_url"));
        Assert.Equal(["d3", "d4", "d5"], Names(await _api.Get(Meta(third, "previous_page_url")!)));
        Assert.Equal(["d1", "d2"], Names(await _api.Get(Meta(first, "url")!)).Take(2));
    }

    [Fact]
    public async Task PagesOfTheOldestProduct_AreFollowedByTheirUris()
    {
        for (var i = 0; i < 5; i++)
        {
            await _api.Create($"{ApiUnderTest.Account}/Keys.json", ("FriendlyName", $"k{i}"));
        }

        var first = await _api.Get($"{ApiUnderTest.Account}/Keys.json?PageSize=2");
        Assert.Equal(["k4", "k3"], Names(first, "keys"));
        Assert.Equal(("0", "1", "0", "2"), (first["start"], first["end"], first["page"], first["page_size"]));
        Assert.StartsWith($"/2010-04-01/Accounts/{ApiUnderTest.AccountSid}/Keys.json?", first["next_page_uri"]);
        Assert.Null(first["previous_page_uri"]);
        var second = await _api.Get("https://api.twilio.com" + first["next_page_uri"]);
        Assert.Equal(["k2", "k1"], Names(second, "keys"));
        Assert.Equal(("2", "3", "1"), (second["start"], second["end"], second["page"]));
        var third = await _api.Get("https://api.twilio.com" + second["next_page_uri"]);
        Assert.Equal(["k0"], Names(third, "keys"));
        Assert.Null(third["next_page_uri"]);
    }

    [Fact]
    public async Task PageSize_AboveTheLargest_IsCutInTheOldestProduct_AndAnErrorElsewhere()
    {
        Assert.Equal("1000", (await _api.Get($"{ApiUnderTest.Account}/Keys.json?PageSize=5000"))["page_size"]);
        (await _api.Get($"{Documents}?PageSize=101")).Failed(400, 20001);
    }

    [Fact]
    public async Task Filter_StaysInThePagesAddresses()
    {
        for (var i = 0; i < 4; i++)
        {
            await _api.Create($"{ApiUnderTest.Account}/Applications.json", ("FriendlyName", i % 2 == 0 ? "even & round" : "odd"));
        }

        var first = await _api.Get($"{ApiUnderTest.Account}/Applications.json?FriendlyName=even+%26+round&PageSize=1");
        var second = await _api.Get("https://api.twilio.com" + first["next_page_uri"]);
        Assert.Equal("even & round", second.List("applications").Single()!["friendly_name"]!.ToString());
        Assert.Null(second["next_page_uri"]);
    }

    private static string? Meta(ApiAnswer answer, string property)
    {
        return answer.Json!["meta"]![property]?.ToString();
    }

    private static IEnumerable<string> Names(ApiAnswer answer, string? key = null)
    {
        return answer.List(key ?? Meta(answer, "key")!).Select(item => (item!["unique_name"] ?? item["friendly_name"])!.ToString());
    }
}
