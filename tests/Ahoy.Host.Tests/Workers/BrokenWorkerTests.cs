using System.Net;
using Ahoy.Host.Tests.Infrastructure;
using Ahoy.Host.Workers;

namespace Ahoy.Host.Tests.Workers;

/// <summary>What a worker sends can be wrong in any way: who waits for its answer gets one.</summary>
public sealed class BrokenWorkerTests(BrokenWorkerTests.Service service) : IClassFixture<BrokenWorkerTests.Service>
{
    [Theory]
    [InlineData("2, 1, 0, 0, 0", "it sent a reply that is too short")]
    [InlineData("2, 1, 0, 0", "it sent a frame that is too short")]
    [InlineData("2, 9, 0, 0, 0, 1, 0, 0, 0", "it sent an answer to something that it was not asked")]
    [InlineData("3, 1, 0, 0, 0", "it sent a log line of an unknown level")]
    [InlineData("99", "it sent a frame of an unknown kind")]
    public async Task Frame_ThatIsWrong_IsAnsweredWithWhatIsWrong(string frame, string message)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(8));

        using var response = await service.Client.GetAsync("/any?frame=" + Uri.EscapeDataString(frame), patience.Token);

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Contains(message, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    public sealed class Service() : RunningService(new Dictionary<string, string>
    {
        ["functions/any.js"] = "exports.handler = () => {};",
        ["scripts/worker.js"] = """
            const net = require('node:net');
            const [address, token] = process.argv.slice(2);
            const socket = net.connect(/^\d+$/.test(address) ? { host: '127.0.0.1', port: Number(address) } : { path: address });
            function send(content) {
              const header = Buffer.alloc(4);
              header.writeUInt32LE(content.length);
              socket.write(Buffer.concat([header, content]));
            }

            socket.on('connect', () => send(Buffer.concat([Buffer.from([1]), Buffer.from(JSON.stringify({ token }))])));
            socket.on('close', () => process.exit());

            // The first request of a worker has the number 1; the query says what to answer.
            socket.on('data', (data) => {
              const text = data.toString('latin1');
              const at = text.indexOf('frame');
              if (at >= 0) {
                send(Buffer.from((/^frame([\d, ]*)/.exec(text.slice(at))[1].match(/\d+/g) ?? []).map(Number)));
              }
            });
            """,
    })
    {
        internal override WorkerOptions Workers => new() { NodePath = TestNode.Path, ScriptFolder = Folder.Combine("scripts") };
    }
}
