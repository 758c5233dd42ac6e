using System.Collections.Concurrent;
using System.Diagnostics.Tracing;
using System.Net;
using System.Text.Json.Nodes;

namespace Ahoy.Host.Tests.Offline.Seam;

/// <summary><c>--offline=strict</c>: nothing leaves this machine, not even a question for a name, neither from a worker nor from the host.</summary>
public sealed class StrictTests(StrictSeamService service) : IClassFixture<StrictSeamService>
{
    [Fact]
    public Task Client_OfAnyKind_GetsTheSimulatorsAnswer() => ClientTests.CheckAsync(service);

    [Fact]
    public async Task Client_ThatAsksAnotherHost_IsToldWhoAndWhere()
    {
        var answer = JsonNode.Parse(await service.GetTextAsync("/outside?url=https://ahoy.example/"))!;

        var results = answer["results"]!.AsObject();
        Assert.Equal(17, results.Count);
        Assert.All(results, result =>
        {
            var text = (string)result.Value!;
            Assert.StartsWith("AHOY_OFFLINE: ", text, StringComparison.Ordinal);
            Assert.Matches("""(ahoy\.example|192\.0\.2\.1) can't be reached from (functions/outside\.js:\d+|/outside): """, text);
        });

        // Those that begin a request where their caller can't be seen any more.
        Assert.Equal(["got", "dgram"], results.Where(result => ((string)result.Value!).Contains("from /outside", StringComparison.Ordinal)).Select(result => result.Key));
        Assert.Equal("[]", answer["lookups"]!.ToJsonString());
    }

    [Fact]
    public async Task Thread_OfAFunctionsOwn_IsInTheSameWorld() =>
        Assert.Equal("""{"answers":[200,"AHOY_OFFLINE",200,"AHOY_OFFLINE"],"isSame":true}""", await service.GetTextAsync("/thread"));

    [Fact]
    public async Task Lookup_OfThisMachine_IsAnsweredAsNodeDoes() =>
        Assert.Equal("""["address","family"]""", await service.GetTextAsync("/promisified"));

    [Fact]
    public async Task Host_ThatHasReasonToGoElsewhere_LooksNoNameUp()
    {
        using var names = new NameListener();
        await Dns.GetHostAddressesAsync("localhost", TestContext.Current.CancellationToken);
        var host = $"far-{Guid.NewGuid():N}.example";
        await service.AskAsync(HttpMethod.Put, "clock", new { mode = "fast" });

        Assert.Equal("done", await service.GetTextAsync($"/far?host={host}"));
        await service.AskAsync(HttpMethod.Post, "clock/advance", new { by = "PT1M" });

        // It was wanted, and refused.
        Assert.Contains(await service.ListAsync("logs"), line => ((string)line["message"]!).Contains(host, StringComparison.Ordinal) && ((string)line["message"]!).Contains("strict", StringComparison.Ordinal));
        Assert.Contains("localhost", names.Seen);
        Assert.DoesNotContain(names.Seen, name => name == host || name.EndsWith("twilio.com", StringComparison.Ordinal));
    }

    /// <summary>What this process, the host, looks up.</summary>
    private sealed class NameListener : EventListener
    {
        public ConcurrentQueue<string> Seen { get; } = new();

        protected override void OnEventSourceCreated(EventSource eventSource)
        {
            if (eventSource.Name == "System.Net.NameResolution")
            {
                EnableEvents(eventSource, EventLevel.Informational);
            }
        }

        protected override void OnEventWritten(EventWrittenEventArgs eventData)
        {
            if (eventData is { EventName: "ResolutionStart", Payload: [string name, ..] })
            {
                Seen.Enqueue(name);
            }
        }
    }
}
