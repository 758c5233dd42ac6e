using System.Net;
using Ahoy.Host.Tests.Infrastructure;
using Ahoy.Host.Workers;

namespace Ahoy.Host.Tests.Workers;

public sealed class MemoryLimitTests(MemoryLimitTests.Service service) : IClassFixture<MemoryLimitTests.Service>
{
    [Theory]
    [InlineData("/heap")]
    [InlineData("/buffers")]
    public async Task Function_ThatAllocatesWithoutEnd_Is500AndTheNextIsAnswered(string path)
    {
        using var response = await service.Client.GetAsync(path);

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.StartsWith("The Function used more memory than a Function is given", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("fine", await service.GetTextAsync("/fine"));
    }

    public sealed class Service() : RunningService(new Dictionary<string, string>
    {
        ["functions/fine.js"] = "exports.handler = (context, event, callback) => callback(null, 'fine');",
        ["functions/heap.js"] = """
            exports.handler = () => {
              const kept = [];
              for (let i = 0; ; i++) kept.push({ i, text: `text ${i}` });
            };
            """,
        ["functions/buffers.js"] = """
            exports.handler = () => {
              const kept = [];
              setInterval(() => kept.push(Buffer.alloc(8 * 1024 * 1024, 1)), 1);
            };
            """,
    })
    {
        internal override WorkerOptions Workers => base.Workers with { MemoryMegabytes = 96 };
    }
}
