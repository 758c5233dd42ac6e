using System.Net;
using System.Net.Http.Headers;
using Ahoy.Host.Tests.Infrastructure;

namespace Ahoy.Host.Tests.Gateway;

public sealed class AssetTests(AssetTests.Service service) : IClassFixture<AssetTests.Service>
{
    private const string Content = "0123456789";

    [Theory]
    [InlineData("/page.html", "text/html; charset=utf-8")]
    [InlineData("/style.css", "text/css; charset=utf-8")]
    [InlineData("/script.js", "application/javascript; charset=utf-8")]
    [InlineData("/data.json", "application/json; charset=utf-8")]
    [InlineData("/sound.mp3", "audio/mpeg")]
    [InlineData("/unknown.xyz", "application/octet-stream")]
    public async Task Asset_HasTheTypeOfItsExtension(string path, string type)
    {
        using var response = await service.Client.GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(type, response.Content.Headers.ContentType?.ToString());
        Assert.Equal(Content, await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Asset_ThatTheClientHas_Is304()
    {
        using var first = await service.Client.GetAsync("/data.json");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/data.json") { Headers = { IfNoneMatch = { new("\"other\""), first.Headers.ETag! } } };

        using var second = await service.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Asset_OfOtherContent_HasAnotherTag()
    {
        using var one = await service.Client.GetAsync("/data.json");
        using var other = await service.Client.GetAsync("/large.bin");

        Assert.NotEqual(one.Headers.ETag, other.Headers.ETag);
    }

    [Theory]
    [InlineData("bytes=0-3", "0123", "bytes 0-3/10")]
    [InlineData("bytes=4-", "456789", "bytes 4-9/10")]
    [InlineData("bytes=-3", "789", "bytes 7-9/10")]
    [InlineData("bytes=8-100", "89", "bytes 8-9/10")]
    [InlineData("bytes=-100", "0123456789", "bytes 0-9/10")]
    public async Task Range_IsSentAlone(string range, string expected, string contentRange)
    {
        using var response = await GetRangeAsync("/data.json", range);

        Assert.Equal(HttpStatusCode.PartialContent, response.StatusCode);
        Assert.Equal(contentRange, response.Content.Headers.ContentRange?.ToString());
        Assert.Equal(expected, await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("bytes=10-")]
    [InlineData("bytes=-0")]
    public async Task Range_BeyondTheAsset_Is416(string range)
    {
        using var response = await GetRangeAsync("/data.json", range);

        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, response.StatusCode);
        Assert.Equal("bytes */10", response.Content.Headers.ContentRange?.ToString());
    }

    [Theory]
    [InlineData("bytes=0-1,4-5")]
    [InlineData("lines=0-1")]
    [InlineData("nonsense")]
    [InlineData("bytes=5-2")]
    public async Task Range_ThatIsNotUnderstood_GetsTheWhole(string range)
    {
        using var response = await GetRangeAsync("/data.json", range);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(Content, await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Range_OfAnOlderAsset_GetsTheWhole()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/data.json")
        {
            Headers = { Range = new RangeHeaderValue(0, 1), IfRange = new RangeConditionHeaderValue("\"older\"") },
        };

        using var response = await service.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Asset_ThatIsLarge_IsSentFromItsFile()
    {
        using var whole = await service.Client.GetAsync("/large.bin");
        using var part = await GetRangeAsync("/large.bin", "bytes=2999990-");

        Assert.Equal(3_000_000, (await whole.Content.ReadAsByteArrayAsync()).Length);
        Assert.Equal(new string('L', 10), await part.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Asset_ThatIsEmpty_IsEmpty()
    {
        using var response = await service.Client.GetAsync("/empty.txt");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(0, response.Content.Headers.ContentLength);
    }

    [Fact]
    public async Task Root_WithoutItsOwnAsset_IsAssetsIndex()
    {
        Assert.Equal("<h1>Root</h1>", await service.GetTextAsync("/"));
        Assert.Equal("<h1>Root</h1>", await service.GetTextAsync("/?a=1"));
        Assert.Equal("<h1>Root</h1>", await service.GetTextAsync("/assets/index.html"));
    }

    private Task<HttpResponseMessage> GetRangeAsync(string path, string range)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Range", range);
        return service.Client.SendAsync(request);
    }

    public sealed class Service() : RunningService(new Dictionary<string, string>
    {
        ["assets/page.html"] = Content,
        ["assets/style.css"] = Content,
        ["assets/script.js"] = Content,
        ["assets/data.json"] = Content,
        ["assets/sound.mp3"] = Content,
        ["assets/unknown.xyz"] = Content,
        ["assets/empty.txt"] = "",
        ["assets/large.bin"] = new string('L', 3_000_000),
        ["assets/assets/index.html"] = "<h1>Root</h1>",
    });
}
