using System.Diagnostics;
using System.Net;
using Ahoy.Host.Logs;
using Ahoy.Host.Tests.Infrastructure;
using Ahoy.Host.Workers;
using Ahoy.Model;

namespace Ahoy.Host.Tests.Workers;

public sealed class TimeLimitTests(TimeLimitTests.Service service) : IClassFixture<TimeLimitTests.Service>
{
    private const string Message = "runtime application timed out processing request";

    [Fact]
    public void Limit_IsThePlatforms() =>
        Assert.Equal(TimeSpan.FromSeconds(10), new WorkerOptions { NodePath = "node" }.ExecutionTime);

    [Theory]
    [InlineData("/endless")]
    [InlineData("/silent")]
    [InlineData("/async")]
    [InlineData("/prints")]
    public async Task Function_ThatRunsTooLong_Is504AndTheNextIsAnswered(string path)
    {
        var start = Stopwatch.GetTimestamp();

        using var response = await service.Client.GetAsync(path);

        Assert.Equal(HttpStatusCode.GatewayTimeout, response.StatusCode);
        Assert.Equal(Message, await response.Content.ReadAsStringAsync());
        Assert.InRange(Stopwatch.GetElapsedTime(start), service.Workers.ExecutionTime, TimeSpan.FromSeconds(20));
        Assert.Equal("quick", await service.GetTextAsync("/quick"));
    }

    [Fact]
    public async Task ThirtyStuckFunctions_AllAre504AndTheServiceRecovers()
    {
        using var client = service.CreateClient();

        var responses = await Task.WhenAll(Enumerable.Range(0, PlatformLimits.ConcurrentInvocations).Select(_ => client.GetAsync("/endless")));

        Assert.All(responses, r => Assert.Equal(HttpStatusCode.GatewayTimeout, r.StatusCode));

        // Thirty processes that have to die leave a new one little time at first.
        var answer = "";
        for (var i = 0; i < 10 && answer != "quick"; i++)
        {
            answer = await service.GetTextAsync("/quick");
        }

        Assert.Equal("quick", answer);
    }

    [Fact]
    public async Task Timeout_IsLoggedWithItsErrorCode()
    {
        await service.GetTextAsync("/endless");

        // The other tests of this service make such lines for their own Functions.
        var line = await service.Log.WaitForOutputAsync(o => o.Message == Message && o.FunctionPath == "/endless");
        Assert.Equal(ErrorCodes.FunctionFailed, line.ErrorCode);
    }

    [Fact]
    public async Task Process_OfAFunctionThatRanTooLong_IsGone()
    {
        await service.GetTextAsync("/child");

        var line = await service.Log.WaitForOutputAsync(o => o.Message.StartsWith("processes ", StringComparison.Ordinal));
        var ids = line.Message.Split(' ').Skip(1).Select(int.Parse).ToList();
        Assert.Equal(2, ids.Count);
        await Ahoy.TestSupport.Eventually.HoldsAsync(() => ids.TrueForAll(id => !TestProcesses.Exists(id)));
    }

    public sealed class Service() : RunningService(new Dictionary<string, string>
    {
        ["functions/quick.js"] = "exports.handler = (context, event, callback) => callback(null, 'quick');",
        ["functions/endless.js"] = "exports.handler = () => { for (;;); };",
        ["functions/silent.js"] = "exports.handler = () => {};",
        ["functions/async.js"] = "exports.handler = async () => { await new Promise(() => {}); };",
        ["functions/prints.js"] = "exports.handler = () => { setInterval(() => console.log('still here'), 10); };",
        ["functions/child.js"] = """
            exports.handler = () => {
              const child = require('child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
              console.log('processes', process.pid, child.pid);
            };
            """,
    })
    {
        internal override WorkerOptions Workers => base.Workers with { ExecutionTime = TimeSpan.FromMilliseconds(1500) };
    }
}
