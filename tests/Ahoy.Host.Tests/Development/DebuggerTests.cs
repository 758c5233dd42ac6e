using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Ahoy.Host.Tests.Infrastructure;
using Ahoy.Host.Workers;
using Ahoy.TestSupport;

namespace Ahoy.Host.Tests.Development;

/// <summary>What <c>--inspect</c> and <c>--inspect-brk</c> do, seen by a debugger.</summary>
public sealed class DebuggerTests
{
    [Fact]
    public async Task Breakpoint_IsHitAndHoldsLongerThanTheTimeLimit()
    {
        await using var service = new DebuggedService(breaksAtStart: false);
        await service.InitializeAsync();
        using var debugger = await DebuggerClient.AttachAsync(service.DebugPort);
        await debugger.SendAsync("Debugger.setBreakpointByUrl", new { urlRegex = "word\\.js$", lineNumber = 2 });

        var answer = service.Client.GetAsync("/word");
        var frame = await debugger.WaitForPauseAsync();
        await service.RunPastTheTimeLimitAsync();

        Assert.False(answer.IsCompleted);
        Assert.Equal("one", await EvaluateAsync(debugger, frame, "word"));
        await debugger.SendAsync("Debugger.resume");
        using var response = await answer;
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("one", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task CodeChange_KeepsThePortForTheNewCode()
    {
        await using var service = new DebuggedService(breaksAtStart: false);
        await service.InitializeAsync();
        Assert.Equal("one", await service.GetTextAsync("/word"));
        var before = "";
        foreach (var word in new[] { "two", "three", "four" })
        {
            using (var attached = await DebuggerClient.AttachAsync(service.DebugPort, before))
            {
                before = attached.Target;
                service.Folder.Write("functions/word.js", DebuggedService.Word(word));
                await Eventually.HoldsAsync(() => service.GetTextAsync("/word").GetAwaiter().GetResult() == word);
            }

            using var debugger = await DebuggerClient.AttachAsync(service.DebugPort, before);
            await debugger.SendAsync("Debugger.setBreakpointByUrl", new { urlRegex = "word\\.js$", lineNumber = 2 });
            var answer = service.GetTextAsync("/word");
            var frame = await debugger.WaitForPauseAsync();
            Assert.Equal(word, await EvaluateAsync(debugger, frame, "word"));
            await debugger.SendAsync("Debugger.resume");
            Assert.Equal(word, await answer);
        }
    }

    [Fact]
    public async Task CodeChange_WhileStoppedAtABreakpoint_ThatInvocationEndsAsItBegan()
    {
        await using var service = new DebuggedService(breaksAtStart: false);
        await service.InitializeAsync();
        using var debugger = await DebuggerClient.AttachAsync(service.DebugPort);
        await debugger.SendAsync("Debugger.setBreakpointByUrl", new { urlRegex = "word\\.js$", lineNumber = 2 });
        var stopped = service.GetTextAsync("/word");
        await debugger.WaitForPauseAsync();

        service.Folder.Write("functions/word.js", DebuggedService.Word("two"));
        await Eventually.HoldsAsync(() => service.Events.Reloads > 0);
        var next = service.GetTextAsync("/word");
        await service.RunPastTheTimeLimitAsync();
        await debugger.SendAsync("Debugger.resume");

        Assert.Equal("one", await stopped);
        Assert.Equal("two", await next);
    }

    [Fact]
    public async Task BreakAtStart_WaitsForTheDebuggerAndStopsBeforeTheFunctionsFile()
    {
        await using var service = new DebuggedService(breaksAtStart: true);
        await service.InitializeAsync();
        var answer = service.GetTextAsync("/word");
        await service.RunPastTheTimeLimitAsync();
        Assert.False(answer.IsCompleted);

        using var debugger = await DebuggerClient.AttachAsync(service.DebugPort);
        await debugger.SendAsync("Debugger.setBreakpointByUrl", new { urlRegex = "word\\.js$", lineNumber = 0 });
        await debugger.SendAsync("Runtime.runIfWaitingForDebugger");
        var atStart = await debugger.WaitForPauseAsync();
        Assert.EndsWith("worker.js", debugger.FileOf(atStart), StringComparison.Ordinal);
        await debugger.SendAsync("Debugger.resume");
        var inFile = await debugger.WaitForPauseAsync();

        Assert.EndsWith("word.js", debugger.FileOf(inFile), StringComparison.Ordinal);
        await debugger.SendAsync("Debugger.resume");
        Assert.Equal("one", await answer);
    }

    [Fact]
    public async Task WithoutADebugger_TheTimeLimitHolds()
    {
        await using var service = new DebuggedService(breaksAtStart: false);
        await service.InitializeAsync();

        using var response = await service.Client.GetAsync("/endless");

        Assert.Equal(HttpStatusCode.GatewayTimeout, response.StatusCode);
        Assert.Equal("one", await service.GetTextAsync("/word"));
    }

    private static async Task<string?> EvaluateAsync(DebuggerClient debugger, JsonNode frame, string expression)
    {
        var callFrameId = (string)frame["callFrameId"]!;
        var result = await debugger.SendAsync("Debugger.evaluateOnCallFrame", new { callFrameId, expression });
        return (string?)result["result"]!["value"];
    }

    private sealed class DebuggedService(bool breaksAtStart) : RunningService(new Dictionary<string, string>
    {
        ["functions/word.js"] = Word("one"),
        ["functions/endless.js"] = "exports.handler = () => { for (;;); };",
    })
    {
        public int DebugPort { get; } = FindFreePort();

        internal override bool IsLive => true;

        internal override WorkerOptions Workers => base.Workers with
        {
            InspectPort = DebugPort,
            BreaksAtStart = breaksAtStart,
            KeepsSpare = false,
            ExecutionTime = TimeSpan.FromSeconds(1.5),
        };

        public static string Word(string word) => $$"""
            exports.handler = (context, event, callback) => {
              const word = '{{word}}';
              callback(null, word);
            };
            """;

        /// <summary>Lets so much time pass that an invocation would have been ended.</summary>
        public Task RunPastTheTimeLimitAsync()
        {
            var start = Stopwatch.GetTimestamp();
            return Eventually.HoldsAsync(() => Stopwatch.GetElapsedTime(start) > Workers.ExecutionTime * 1.5);
        }

        private static int FindFreePort()
        {
            using var listener = new TcpListener(IPAddress.Loopback, 0);
            listener.Start();
            return ((IPEndPoint)listener.LocalEndpoint).Port;
        }
    }
}
