using System.Globalization;
using System.IO.Compression;
using System.Text;
using Ahoy.Page.Tests.Infrastructure;
using static Microsoft.Playwright.Assertions;

namespace Ahoy.Page.Tests;

/// <summary>What keeps the page quick: few rows, few bytes, no requests of its own.</summary>
[Collection(nameof(Alone))]
public class SpeedTests(PageBrowser browser)
{
    private const int LargestPage = 150_000;

    [Fact]
    public async Task TenThousandRequests_Scrolled_AreAScreenfulOfRows()
    {
        await using var service = await PageService.ProjectAsync(new Dictionary<string, string> { ["assets/a.txt"] = "a" });
        await using var open = await browser.OpenAsync("about:blank");
        var items = new StringBuilder();
        for (var i = 1; i <= 10_000; i++)
        {
            items.Append(CultureInfo.InvariantCulture, $"{(i == 1 ? "" : ",")}{{\"sequence\":{i},\"sid\":\"RQ{i:x32}\",\"at\":\"2026-11-27T10:00:00Z\",\"service\":\"s\",\"method\":\"GET\",\"target\":\"/path/{i}\",\"path\":\"/path\",\"isFunction\":true,\"status\":200,\"milliseconds\":1.5,\"size\":100,\"errorCode\":0,\"from\":\"curl\",\"subject\":null}}");
        }

        await open.Page.RouteAsync("**/_ahoy/page/requests", route => route.FulfillAsync(new() { ContentType = "application/json", Body = $"{{\"items\":[{items}],\"skipped\":0,\"last\":10000}}" }));
        await open.Page.GotoAsync(service.Page);
        await Expect(open.Rows.First).ToContainTextAsync("/path/10000");

        // However far down, the document holds a screenful: how long a frame takes is what `bench/run page` measures.
        var largest = await open.Page.EvaluateAsync<int>(
            """
            async () => {
              const list = document.querySelector('.request-rows');
              let largest = 0;
              for (let i = 0; i < 40; i++) {
                await new Promise(requestAnimationFrame);
                list.scrollTop = (i * 3677 * 33) % (list.scrollHeight - list.clientHeight);
                await new Promise(requestAnimationFrame);
                largest = Math.max(largest, list.querySelectorAll('[data-row]').length);
              }
              return largest;
            }
            """);
        Assert.InRange(largest, 10, 60);
    }

    [Fact]
    public async Task ManyRequestsAtOnce_OnAnOpenPage_AreAllThereWhenItIsCalm()
    {
        await using var service = await PageService.ProjectAsync(new Dictionary<string, string> { ["assets/a.txt"] = "a" });
        await using var open = await browser.OpenAsync(service.Page);
        await Expect(open.Main).ToContainTextAsync("Nothing has been asked yet");
        await Parallel.ForEachAsync(Enumerable.Range(0, 800), new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (_, _) => await service.Http.GetAsync("/a.txt"));
        await Expect(open.Page.GetByRole(Microsoft.Playwright.AriaRole.Listbox)).ToHaveAttributeAsync("aria-label", "800 requests");
    }

    [Fact]
    public void Page_Embedded_IsSmallAndNamesNoOtherOrigin()
    {
        var assembly = typeof(Ahoy.Host.Page.PageHost).Assembly;
        var size = 0L;
        foreach (var name in (string[])["index.html", "page.js", "page.css"])
        {
            using var file = assembly.GetManifestResourceStream($"Ahoy.Page.{name}.gz");
            Assert.NotNull(file);
            size += file.Length;
            using var text = new StreamReader(new GZipStream(file, CompressionMode.Decompress));
            Assert.NotEmpty(text.ReadToEnd());
        }

        Assert.InRange(size, 1, LargestPage);
    }
}
