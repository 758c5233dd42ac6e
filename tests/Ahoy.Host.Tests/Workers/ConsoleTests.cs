using Ahoy.Host.Logs;
using Ahoy.Host.Tests.Infrastructure;

namespace Ahoy.Host.Tests.Workers;

public sealed class ConsoleTests(ConsoleTests.Service service) : IClassFixture<ConsoleTests.Service>
{
    [Theory]
    [InlineData("log", "Info", 0)]
    [InlineData("info", "Info", 0)]
    [InlineData("debug", "Info", 0)]
    [InlineData("warn", "Warn", ErrorCodes.Warning)]
    [InlineData("error", "Error", ErrorCodes.Error)]
    [InlineData("trace", "Error", ErrorCodes.Error)]
    public async Task Method_HasItsLevelAndCode(string method, string level, int code)
    {
        var line = await PrintAsync($"console.{method}('by {method}', event.id)");

        Assert.Equal(level, line.Level.ToString());
        Assert.Equal(code, line.ErrorCode);
        Assert.Equal("/run", line.FunctionPath);
    }

    [Theory]
    [InlineData("console.log('%s is %d', 'x', 7, event.id)", "x is 7")]
    [InlineData("console.log({ a: { b: [1] } }, event.id)", "{ a: { b: [ 1 ] } }")]
    [InlineData("console.log(new Error('inside').message, event.id)", "inside")]
    [InlineData("console.table([{ a: event.id }])", "│ (index) │")]
    [InlineData("console.dir({ id: event.id })", "{ id: '")]
    [InlineData("console.assert(false, event.id)", "Assertion failed: ")]
    [InlineData("console.group(); console.log('indented', event.id); console.groupEnd()", "indented")]
    [InlineData("console.log('Größe 😀', event.id)", "Größe 😀")]
    [InlineData("console.log('two\\nlines', event.id)", "two\nlines")]
    public async Task Text_IsAsTheConsoleFormatsIt(string code, string expected) =>
        Assert.Contains(expected, (await PrintAsync(code)).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Line_BelongsToItsRequest()
    {
        var ids = Enumerable.Range(0, 20).Select(_ => Guid.NewGuid().ToString("N")).ToList();

        await Task.WhenAll(ids.Select(id => service.GetTextAsync($"/later?id={id}")));

        foreach (var id in ids)
        {
            var line = await service.Log.WaitForOutputAsync(o => o.Message == "late " + id);
            var request = await service.Log.WaitForRequestAsync(r => r.Target.EndsWith(id, StringComparison.Ordinal));
            Assert.Equal(request.Sid.Value, line.RequestSid);
            Assert.Matches("^RQ[0-9a-f]{32}$", line.RequestSid);
        }
    }

    [Fact]
    public async Task Output_PastTheConsole_IsLoggedToo()
    {
        await service.GetTextAsync("/run?code=" + Uri.EscapeDataString("process.stdout.write('to stdout\\n'); process.stderr.write('to stderr\\n');"));

        Assert.Equal(OutputLevel.Info, (await service.Log.WaitForOutputAsync(o => o.Message == "to stdout")).Level);
        Assert.Equal(OutputLevel.Warn, (await service.Log.WaitForOutputAsync(o => o.Message == "to stderr")).Level);
    }

    [Fact]
    public async Task Output_WithoutALineEnd_IsALineOfItsOwnInvocation()
    {
        foreach (var id in (string[])["first", "second"])
        {
            await service.GetTextAsync($"/run?id={id}&code=" + Uri.EscapeDataString($"process.stdout.write('open '); process.stdout.write(Buffer.from('{id} ü')); process.stderr.write('whole\\nrest of {id}')"));
        }

        foreach (var id in (string[])["first", "second"])
        {
            var request = await service.Log.WaitForRequestAsync(r => r.Target.Contains($"id={id}&", StringComparison.Ordinal));
            var line = await service.Log.WaitForOutputAsync(o => o.Message == $"open {id} ü");
            Assert.Equal((request.Sid.Value, OutputLevel.Info), (line.RequestSid, line.Level));
            Assert.Equal(request.Sid.Value, (await service.Log.WaitForOutputAsync(o => o.Message == $"rest of {id}")).RequestSid);
        }
    }

    [Fact]
    public async Task Error_IsPrintedWithTheFramesOfTheProjectAlone()
    {
        var line = await PrintAsync("console.error(event.id, new Error('with a stack'))");

        Assert.Contains("functions" + Path.DirectorySeparatorChar + "run.js:2", line.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Path.Combine("Workers", "node"), line.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("node:", line.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Output_AfterTheCallback_IsLogged()
    {
        var id = Guid.NewGuid().ToString("N");

        await service.GetTextAsync($"/run?id={id}&code=" + Uri.EscapeDataString("setTimeout(() => console.log('afterwards', event.id), 20)"));

        await service.Log.WaitForOutputAsync(o => o.Message == "afterwards " + id);
    }

    [Fact]
    public async Task Flood_IsCutOffAndTheAnswerStillComes()
    {
        Assert.Equal("done", await service.GetTextAsync("/flood"));

        var lines = service.Log.Outputs.Where(o => o.FunctionPath == "/flood").ToList();
        Assert.InRange(lines.Sum(l => (long)l.Message.Length), 500_000, 1_200_000);
        Assert.Single(lines, l => l.Message.StartsWith("This invocation has printed 1 MB", StringComparison.Ordinal));
    }

    private async Task<OutputEntry> PrintAsync(string code)
    {
        var id = Guid.NewGuid().ToString("N");
        await service.GetTextAsync($"/run?id={id}&code=" + Uri.EscapeDataString(code));
        return await service.Log.WaitForOutputAsync(o => o.Message.Contains(id, StringComparison.Ordinal));
    }

    public sealed class Service() : RunningService(new Dictionary<string, string>
    {
        ["functions/run.js"] = """
            exports.handler = (context, event, callback) => {
              new Function('event', event.code)(event);
              callback();
            };
            """,
        ["functions/later.js"] = """
            exports.handler = (context, event, callback) => setTimeout(() => {
              console.log('late', event.id);
              callback();
            }, 10);
            """,
        ["functions/flood.js"] = """
            exports.handler = (context, event, callback) => {
              for (let i = 0; i < 200_000; i++) console.log('x'.repeat(100));
              callback(null, 'done');
            };
            """,
    });
}
