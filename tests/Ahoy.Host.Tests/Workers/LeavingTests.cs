using System.Net;
using Ahoy.Host.Tests.Infrastructure;
using Ahoy.Host.Workers;

namespace Ahoy.Host.Tests.Workers;

/// <summary>A worker that ends takes no answer with it that was given, and no invocation that it did not begin.</summary>
public sealed class LeavingTests(LeavingTests.Service service) : IClassFixture<LeavingTests.Service>
{
    // More than the connection holds while nobody reads.
    private const int Large = 3_000_000;

    [Theory]
    [InlineData("process.exit()")]
    [InlineData("process.exit(0); while (true);")]
    [InlineData("try { process.exit(); } catch { }")]
    [InlineData("setImmediate(() => { throw new Error('too late'); })")]
    [InlineData("setImmediate(() => process.exit())")]
    [InlineData("Promise.reject(new Error('too late'))")]
    public async Task Answer_ThatIsLargeBeforeTheProcessEnds_Arrives(string code)
    {
        for (var i = 0; i < 3; i++)
        {
            using var response = await service.Client.GetAsync($"/large?length={Large}&code={Uri.EscapeDataString(code)}");
            var body = await response.Content.ReadAsStringAsync();

            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal(new string('x', Large), body);
        }
    }

    [Theory]
    [InlineData("exit")]
    [InlineData("throw")]
    public async Task Invocations_BehindOneThatEndsTheProcess_AreAnsweredElsewhere(string way)
    {
        using var client = service.CreateClient();
        for (var round = 0; round < 5; round++)
        {
            // Until the Function is known to be fast: only then do others wait in the worker's queue.
            for (var i = 0; i < 30; i++)
            {
                await client.GetStringAsync("/fast?id=warm");
            }

            var innocent = Enumerable.Range(0, 5).Select(i => client.GetAsync($"/fast?id={i}")).ToList();
            var guilty = client.GetAsync($"/fast?way={way}");
            innocent.AddRange(Enumerable.Range(5, 15).Select(i => client.GetAsync($"/fast?id={i}")));

            Assert.Equal(HttpStatusCode.InternalServerError, (await guilty).StatusCode);
            for (var i = 0; i < innocent.Count; i++)
            {
                using var response = await innocent[i];
                Assert.Equal($"{i}", await response.Content.ReadAsStringAsync());
            }
        }
    }

    public sealed class Service() : RunningService(new Dictionary<string, string>
    {
        ["functions/large.js"] = """
            exports.handler = (context, event, callback) => {
              callback(null, 'x'.repeat(Number(event.length)));
              new Function('require', event.code)(require);
            };
            """,
        ["functions/fast.js"] = """
            exports.handler = (context, event, callback) => {
              if (event.way === 'exit') process.exit();
              if (event.way === 'throw') return setImmediate(() => { throw new Error('guilty'); });
              callback(null, event.id);
            };
            """,
    })
    {
        internal override WorkerOptions Workers => new() { NodePath = TestNode.Path, MaxWorkers = 1 };
    }
}
