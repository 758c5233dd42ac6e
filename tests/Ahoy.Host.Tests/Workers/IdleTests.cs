using System.Globalization;
using Ahoy.Host.Tests.Infrastructure;
using Ahoy.Host.Workers;
using Ahoy.TestSupport;

namespace Ahoy.Host.Tests.Workers;

public sealed class IdleTests
{
    [Fact]
    public async Task LastWorker_OfOneService_IsKept()
    {
        await using var service = new Service();
        await service.InitializeAsync();

        var first = await service.WorkerAsync();

        Assert.Equal(first, await service.WorkerAsync());
        Assert.True(TestProcesses.Exists(first));
    }

    [Fact]
    public async Task LastWorker_OfAServiceAmongMany_IsGivenBack_AndTheNextRequestIsAnswered()
    {
        await using var service = new Service { LastIdleTime = TimeSpan.FromMilliseconds(100) };
        await service.InitializeAsync();
        var first = await service.WorkerAsync();

        await Eventually.HoldsAsync(() => !TestProcesses.Exists(first));

        Assert.NotEqual(first, await service.WorkerAsync());
    }

    [Fact]
    public async Task Workers_ThatABurstTook_AreGivenBackButForOne()
    {
        await using var service = new Service { IdleTime = TimeSpan.FromMilliseconds(100) };
        await service.InitializeAsync();
        var workers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => service.WorkerAsync("/together")));
        Assert.Distinct(workers);

        await Eventually.HoldsAsync(() => workers.Count(TestProcesses.Exists) == 1);

        Assert.Equal(workers.Single(TestProcesses.Exists), await service.WorkerAsync());
    }

    [Fact]
    public async Task Workers_AreUsedAgainForEachFunctionAndRequest()
    {
        await using var service = new Service();
        await service.InitializeAsync();
        var first = await service.WorkerAsync();

        for (var i = 0; i < 50; i++)
        {
            Assert.Equal(first, await service.WorkerAsync(i % 10 == 0 ? "/slow" : "/worker"));
        }
    }

    [Fact]
    public async Task Spare_IsThereBeforeAnyRequest()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux tells a process's children.");
        await using var service = new Service();
        await service.InitializeAsync();
        var before = ProcessFamily.Of(Environment.ProcessId);

        Assert.Contains(await service.WorkerAsync(), before);
    }

    [Fact]
    public async Task Workers_ThatAreMany_AreGivenBackBeforeTheirTime()
    {
        await using var service = new Service { LastIdleTime = TimeSpan.FromSeconds(2), ManyWorkers = 0 };
        await service.InitializeAsync();
        var workers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => service.WorkerAsync("/slow")));

        await Eventually.HoldsAsync(() => !workers.Any(TestProcesses.Exists));

        await service.WorkerAsync();
    }

    private sealed class Service() : RunningService(new Dictionary<string, string>
    {
        ["functions/worker.js"] = "exports.handler = (context, event, callback) => callback(null, `${process.pid}`);",
        // Answers once three of it run.
        ["functions/together.js"] = """
            const fs = require('fs');
            exports.handler = (context, event, callback) => {
              fs.writeFileSync(`running-${process.pid}`, '');
              const timer = setInterval(() => {
                if (fs.readdirSync('.').filter((name) => name.startsWith('running-')).length === 3) {
                  clearInterval(timer);
                  callback(null, `${process.pid}`);
                }
              }, 5);
            };
            """,
        ["functions/slow.js"] = "exports.handler = (context, event, callback) => setTimeout(() => callback(null, `${process.pid}`), 200);",
    })
    {
        public TimeSpan? LastIdleTime { get; init; }

        public TimeSpan IdleTime { get; init; } = TimeSpan.FromSeconds(30);

        public int ManyWorkers { get; init; } = 32;

        internal override WorkerOptions Workers => base.Workers with { IdleTime = IdleTime, LastIdleTime = LastIdleTime, ManyWorkers = ManyWorkers };

        public async Task<int> WorkerAsync(string path = "/worker") => int.Parse(await GetTextAsync(path), CultureInfo.InvariantCulture);
    }
}
