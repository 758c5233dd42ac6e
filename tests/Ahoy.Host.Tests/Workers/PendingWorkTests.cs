using Ahoy.Host.Logs;
using Ahoy.Host.Tests.Infrastructure;
using Ahoy.Host.Workers;

namespace Ahoy.Host.Tests.Workers;

public sealed class PendingWorkTests(PendingWorkTests.Service service) : IClassFixture<PendingWorkTests.Service>
{
    [Theory]
    [InlineData("timer", "a timer", "functions/timer.js:2")]
    [InlineData("interval", "a timer", "functions/interval.js:2")]
    [InlineData("immediate", "a timer", "functions/immediate.js:2")]
    [InlineData("sleep", "a timer", "functions/sleep.js:4")]
    [InlineData("fetch", "an HTTP request", "functions/fetch.js:4")]
    [InlineData("request", "an HTTP request", "functions/request.js:4")]
    [InlineData("file", "a file operation", "functions/file.js:2")]
    [InlineData("connect", "a connection", "functions/connect.js:4")]
    [InlineData("child", "a child process", "functions/child.js:2")]
    [InlineData("helper", "a timer", "functions/helper.js:3")]
    [InlineData("library", "a timer", "functions/library.js:3 (by way of lib/later.js:2)")]
    [InlineData("chain", "a timer", "functions/chain.js:3")]
    [InlineData("after", "a timer", "functions/after.js:3")]
    [InlineData("package", "an HTTP request", "functions/package.js:4")]
    [InlineData("mapped", "a timer", "src/mapped.ts:7")]
    [InlineData("failing", "a timer", "functions/failing.js:2")]
    public async Task Work_PendingAfterTheCallback_IsWarnedOfWithItsLine(string function, string kind, string place)
    {
        await service.GetTextAsync("/" + function);

        var warning = await service.Log.WaitForOutputAsync(o => IsWarningOf(function, o));

        Assert.Equal(
            $"When /{function} used its callback, {kind} that it had started was still pending: {place}. "
            + "A deployed Function is stopped there, or goes on in a later invocation: await it before the callback.",
            warning.Message);
        Assert.Equal(OutputLevel.Warn, warning.Level);
        Assert.Equal(ErrorCodes.Warning, warning.ErrorCode);
        Assert.Equal("/" + function, warning.FunctionPath ?? "/" + function);
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("awaited")]
    [InlineData("keep-alive")]
    [InlineData("module-level")]
    [InlineData("loaded-late")]
    [InlineData("time-limit")]
    [InlineData("unref")]
    [InlineData("stream")]
    [InlineData("pool")]
    [InlineData("aborted")]
    [InlineData("busy")]
    public async Task Nothing_ThatTheInvocationLeft_NoWarning(string function)
    {
        for (var i = 0; i < 3; i++)
        {
            Assert.Empty(await WarningsOfAsync(function));
        }
    }

    [Fact]
    public async Task SameLine_ManyTimes_IsWarnedOfOnce()
    {
        for (var i = 0; i < 30; i++)
        {
            Assert.Equal("done", await service.GetTextAsync("/repeated"));
        }

        Assert.Single(await WarningsOfAsync("repeated"));
    }

    [Fact]
    public async Task LeftByAnEarlierInvocation_NotTheNextOnesFault()
    {
        Assert.Single(await WarningsOfAsync("interval-that-works"));

        Assert.Empty(await WarningsOfAsync("slow"));
    }

    // There is one worker, and what it has to say of one invocation comes a turn after its answer: two more invocations later it is there.
    private async Task<IReadOnlyList<OutputEntry>> WarningsOfAsync(string function)
    {
        Assert.Equal("done", await service.GetTextAsync("/" + function));
        await service.GetTextAsync("/plain");
        var id = Guid.NewGuid().ToString("N");
        await service.GetTextAsync("/mark?id=" + id);
        await service.Log.WaitForOutputAsync(o => o.Message == id);
        return [.. service.Log.Outputs.Where(o => IsWarningOf(function, o))];
    }

    private static bool IsWarningOf(string function, OutputEntry entry) => entry.Message.StartsWith($"When /{function} ", StringComparison.Ordinal);

    public sealed class Service() : RunningService(new Dictionary<string, string>
    {
        ["functions/mark.js"] = """
            exports.handler = (context, event, callback) => {
              console.log(event.id);
              callback();
            };
            """,
        ["functions/timer.js"] = """
            exports.handler = (context, event, callback) => {
              setTimeout(() => {}, 300);
              callback(null, 'done');
            };
            """,
        ["functions/repeated.js"] = """
            exports.handler = (context, event, callback) => {
              setTimeout(() => {}, 300);
              callback(null, 'done');
            };
            """,
        ["functions/interval.js"] = """
            exports.handler = (context, event, callback) => {
              const timer = setInterval(() => {}, 5);
              setTimeout(() => callback(null, 'done'), 20);
            };
            """,
        ["functions/interval-that-works.js"] = """
            exports.handler = (context, event, callback) => {
              setInterval(() => setTimeout(() => require('fs').promises.stat(__filename), 1), 1);
              callback(null, 'done');
            };
            """,
        ["functions/slow.js"] = "exports.handler = (context, event, callback) => setTimeout(() => callback(null, 'done'), 50);",
        ["functions/immediate.js"] = """
            exports.handler = (context, event, callback) => {
              setImmediate(() => {});
              callback(null, 'done');
            };
            """,
        ["functions/sleep.js"] = """
            const { setTimeout: sleep } = require('node:timers/promises');
            exports.handler = async (context, event, callback) => {
              await sleep(1);
              sleep(300).then(() => {});
              callback(null, 'done');
            };
            """,
        ["functions/fetch.js"] = """
            const { address } = require('../lib/server');
            exports.handler = async (context, event, callback) => {
              const url = await address();
              fetch(url).then((response) => response.text());
              callback(null, 'done');
            };
            """,
        ["functions/request.js"] = """
            const { address } = require('../lib/server');
            exports.handler = async (context, event, callback) => {
              const url = await address();
              const request = require('http').request(url, { method: 'POST' }, (response) => response.resume());
              request.end('sent');
              callback(null, 'done');
            };
            """,
        ["functions/connect.js"] = """
            const { address } = require('../lib/server');
            exports.handler = async (context, event, callback) => {
              const url = new URL(await address());
              require('net').connect(url.port, 'localhost').on('connect', function () { this.destroy(); });
              callback(null, 'done');
            };
            """,
        ["functions/file.js"] = """
            exports.handler = (context, event, callback) => {
              require('fs').promises.writeFile('written', 'later');
              callback(null, 'done');
            };
            """,
        ["functions/child.js"] = """
            exports.handler = (context, event, callback) => {
              require('child_process').execFile(process.execPath, ['-e', '0']);
              callback(null, 'done');
            };
            """,
        ["functions/helper.js"] = """
            async function report(text) {
              await null;
              await new Promise((resolve) => setTimeout(resolve, 300));
              console.log(text);
            }
            exports.handler = async (context, event, callback) => {
              report('late');
              await null;
              await null;
              callback(null, 'done');
            };
            """,
        ["functions/library.js"] = """
            const later = require('../lib/later');
            exports.handler = (context, event, callback) => {
              later(() => {});
              callback(null, 'done');
            };
            """,
        ["lib/later.js"] = """
            module.exports = (action) => {
              setTimeout(action, 300);
            };
            """,
        ["functions/chain.js"] = """
            exports.handler = (context, event, callback) => {
              setTimeout(() => {
                setTimeout(() => {}, 300);
                callback(null, 'done');
              }, 5);
            };
            """,
        ["functions/after.js"] = """
            exports.handler = (context, event, callback) => {
              callback(null, 'done');
              setTimeout(() => {}, 300);
            };
            """,
        ["functions/package.js"] = """
            const client = require('client');
            const { address } = require('../lib/server');
            exports.handler = async (context, event, callback) => { const url = await address();
              client.send(url);
              callback(null, 'done');
            };
            """,
        // As the clients of web services do it: the request begins some promises after the call.
        ["node_modules/client/index.js"] = """
            async function prepare(url) {
              await null;
              return url;
            }

            exports.send = (url) => Promise.resolve(url).then(prepare).then((ready) => new Promise((resolve, reject) => {
              require('http').get(ready, (response) => response.resume().on('end', resolve)).on('error', reject);
            }));
            exports.pool = async () => {
              await null;
              setTimeout(() => {}, 300);
            };
            """,
        ["functions/mapped.js"] = """
            "use strict";
            exports.handler = (context, event, callback) => {
                setTimeout(() => { }, 300);
                callback(null, 'done');
            };
            //# sourceMappingURL=mapped.js.map
            """,
        ["functions/mapped.js.map"] = """{"version":3,"file":"mapped.js","sourceRoot":"","sources":["../src/mapped.ts"],"names":[],"mappings":";AAIA,OAAO,CAAC,OAAO;IAEb,UAAU"}""",
        ["functions/failing.js"] = """
            exports.handler = (context, event, callback) => {
              setTimeout(() => {}, 300);
              callback('done, and failed');
            };
            """,
        ["functions/plain.js"] = "exports.handler = (context, event, callback) => callback(null, 'done');",
        ["functions/awaited.js"] = """
            const { address } = require('../lib/server');
            const fs = require('fs');
            exports.handler = async (context, event, callback) => {
              await new Promise((resolve) => setTimeout(resolve, 5));
              await Promise.all([fetch(await address()).then((response) => response.text()), fs.promises.writeFile('awaited', 'x')]);
              await fs.promises.rm('awaited');
              callback(null, 'done');
            };
            """,
        ["functions/keep-alive.js"] = """
            const http = require('http');
            const { address } = require('../lib/server');
            const agent = new http.Agent({ keepAlive: true, timeout: 5000 });
            exports.handler = async (context, event, callback) => {
              const url = await address();
              http.get(url, { agent }, (response) => response.resume().on('end', () => callback(null, 'done')));
            };
            """,
        ["functions/module-level.js"] = """
            const net = require('net');
            const { address } = require('../lib/server');
            const connection = address().then((url) => new Promise((resolve) => {
              const socket = net.connect(new URL(url).port, () => resolve(socket));
            }));
            setInterval(() => {}, 10);
            exports.handler = async (context, event, callback) => {
              await connection;
              callback(null, 'done');
            };
            """,
        ["functions/loaded-late.js"] = """
            exports.handler = (context, event, callback) => {
              require('../lib/starts-a-timer');
              callback(null, 'done');
            };
            """,
        ["lib/starts-a-timer.js"] = "setInterval(() => {}, 10);",
        ["functions/time-limit.js"] = """
            exports.handler = (context, event, callback) => {
              const limit = setTimeout(() => callback(new Error('too late')), 5000);
              new Promise((resolve) => setTimeout(resolve, 5)).then(() => callback(null, 'done')).finally(() => clearTimeout(limit));
            };
            """,
        ["functions/unref.js"] = """
            exports.handler = (context, event, callback) => {
              setTimeout(() => {}, 300).unref();
              callback(null, 'done');
            };
            """,
        ["functions/stream.js"] = """
            const fs = require('fs');
            exports.handler = (context, event, callback) => {
              const stream = fs.createReadStream(__filename);
              stream.on('data', () => {}).on('end', () => callback(null, 'done'));
            };
            """,
        ["functions/pool.js"] = """
            exports.handler = async (context, event, callback) => {
              await require('client').pool();
              callback(null, 'done');
            };
            """,
        ["functions/aborted.js"] = """
            const { address, arrival } = require('../lib/server');
            exports.handler = async (context, event, callback) => {
              const url = await address();
              const stop = new AbortController();
              const request = fetch(url, { signal: stop.signal }).catch(() => 'stopped');
              await arrival();
              stop.abort();
              await request;
              callback(null, 'done');
            };
            """,
        // So much that it is not followed to its end.
        ["functions/busy.js"] = """
            exports.handler = async (context, event, callback) => {
              for (let i = 0; i < 5000; i++) await null;
              setTimeout(() => {}, 300);
              callback(null, 'done');
            };
            """,
        ["lib/server.js"] = """
            const { once } = require('events');
            const server = require('http').createServer((request, response) => setTimeout(() => response.end('late'), 50)).listen(0);
            exports.arrival = () => once(server, 'request');
            exports.address = async () => {
              if (!server.listening) await once(server, 'listening');
              return `http://localhost:${server.address().port}/`;
            };
            """,
    })
    {
        internal override WorkerOptions Workers => base.Workers with { MaxWorkers = 1 };
    }
}
