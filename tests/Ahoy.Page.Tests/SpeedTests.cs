using System.Globalization;
using System.IO.Compression;
using System.Text;
using Ahoy.Page.Tests.Infrastructure;
using static Microsoft.Playwright.Assertions;

namespace Ahoy.Page.Tests;

/// <summary>The page is quick, and small.</summary>
[Collection(nameof(Alone))]
public class SpeedTests(PageBrowser browser)
{
    private const int Frame = 16;
    private const int LargestPage = 150_000;

    [Fact]
    public async Task TenThousandRequests_Scrolled_TakeLessThanAFrameEach()
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

        // What a frame of a scroll takes: the event, drawing, layout. The slowest are the machine's, which tests of other projects share, and not the page's.
        var times = await open.Page.EvaluateAsync<double[]>(
            """
            async () => {
              const list = document.querySelector('.request-rows');
              const times = [];
              for (let i = 0; i < 120; i++) {
                await new Promise(requestAnimationFrame);
                const from = performance.now();
                list.scrollTop = (i * 3677) % (list.scrollHeight - list.clientHeight);
                list.dispatchEvent(new Event('scroll'));
                await Promise.resolve().then(() => {}).then(() => {});
                void list.offsetHeight;
                void list.querySelector('[data-row]')?.getBoundingClientRect();
                times.push(performance.now() - from);
              }
              return times.sort((a, b) => a - b);
            }
            """);
        Assert.True(times[times.Length * 3 / 4] < Frame, $"median {times[times.Length / 2]:0.0} ms, 3 of 4 under {times[times.Length * 3 / 4]:0.0} ms");
        Assert.True(await open.Rows.CountAsync() < 60);
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
