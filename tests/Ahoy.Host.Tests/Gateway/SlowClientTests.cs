using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Ahoy.Host.Tests.Infrastructure;

namespace Ahoy.Host.Tests.Gateway;

/// <summary>
/// A connection uses the same memory for all its requests, and a Function may use the same for all its answers: each client gets the bytes
/// of its own answer, however slowly it sends and reads, and whoever goes away meanwhile.
/// </summary>
public sealed class SlowClientTests(SlowClientTests.Service service) : IClassFixture<SlowClientTests.Service>
{
    private const int Lanes = 8;
    private const int RequestsOfEach = 25;

    [Theory]
    [InlineData("text")]
    [InlineData("buffer")]
    [InlineData("asset")]
    public async Task Answers_ToRequestsSentAtOnce_AreWholeForAClientThatReadsSlowly(string kind)
    {
        await Task.WhenAll(Enumerable.Range(0, Lanes).Select(async lane =>
        {
            var random = new Random(lane);
            using var client = await ConnectAsync();
            var sizes = Enumerable.Range(0, RequestsOfEach).Select(_ => Size(random)).ToArray();
            await SendAsync(client, string.Concat(sizes.Select((size, i) => Get($"/{kind}{(kind == "asset" ? ".txt" : "")}?id={lane}-{i}&size={size}"))));
            await using var stream = new NetworkStream(client);
            for (var i = 0; i < RequestsOfEach; i++)
            {
                var body = await ReadAnswerAsync(stream, random);

                AssertBody(kind == "asset" ? Service.Asset : Body($"{lane}-{i}", sizes[i]), body);
            }
        }));
    }

    [Fact]
    public async Task Bodies_ThatComePieceByPieceSideBySide_AreEachTheirOwn()
    {
        await Task.WhenAll(Enumerable.Range(0, Lanes).Select(async lane =>
        {
            var random = new Random(100 + lane);
            using var client = await ConnectAsync();
            await using var stream = new NetworkStream(client);
            for (var i = 0; i < RequestsOfEach; i++)
            {
                // Each second one goes away in the middle of its body or of its answer, and leaves its memory in any state.
                var id = $"{lane}-{i}";
                var text = Body(id, random.Next(100_000));
                var request = Encoding.Latin1.GetBytes(
                    $"POST /echo HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: {text.Length + 11}\r\n\r\n{{\"text\":\"{text}\"}}");
                if (i % 2 == 1)
                {
                    using var leaver = await ConnectAsync();
                    await leaver.SendAsync(request.AsMemory(0, random.Next(2) == 0 ? request.Length : random.Next(request.Length)));
                }

                for (var at = 0; at < request.Length;)
                {
                    var piece = Math.Min(random.Next(1, 20_000), request.Length - at);
                    at += await client.SendAsync(request.AsMemory(at, piece));
                    await Task.Yield();
                }

                AssertBody(text, await ReadAnswerAsync(stream, random));
            }
        }));
    }

    [Fact]
    public async Task Invocation_OfAClientThatGoesAway_LeavesTheNextOneItsOwnAnswer()
    {
        for (var round = 0; round < 10; round++)
        {
            for (var i = 0; i < 5; i++)
            {
                using var leaver = await ConnectAsync();
                await SendAsync(leaver, Get($"/late?id=leaver-{round}-{i}&size=300000"));
            }

            var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(async i =>
                (Expected: Body($"{round}-{i}", 200_000), Actual: await service.GetTextAsync($"/late?id={round}-{i}&size=200000"))));

            Assert.All(answers, answer => AssertBody(answer.Expected, answer.Actual));
        }
    }

    private static int Size(Random random) => random.Next(4) switch
    {
        0 => random.Next(200),
        1 => random.Next(70_000),
        2 => random.Next(1_000_000),
        _ => 64 * 1024,
    };

    // What each answer has to be follows from its request alone.
    private static string Body(string id, int size)
    {
        var unit = $"{id};";
        return string.Concat(Enumerable.Repeat(unit, (size / unit.Length) + 1));
    }

    private static void AssertBody(string expected, string actual) =>
        Assert.True(
            expected == actual,
            $"Expected {expected.Length} bytes that begin with {expected[..Math.Min(20, expected.Length)]}, and got {actual.Length}: {actual[..Math.Min(200, actual.Length)]}");

    private static string Get(string target) => $"GET {target} HTTP/1.1\r\nHost: localhost\r\n\r\n";

    private static async Task SendAsync(Socket client, string text)
    {
        var bytes = Encoding.Latin1.GetBytes(text);
        for (var at = 0; at < bytes.Length;)
        {
            at += await client.SendAsync(bytes.AsMemory(at));
        }
    }

    private static async Task<string> ReadAnswerAsync(NetworkStream stream, Random random)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            await stream.ReadExactlyAsync(one);
            head.Append((char)one[0]);
        }

        var lines = head.ToString().Split("\r\n");
        Assert.Equal("HTTP/1.1 200 OK", lines[0]);
        var length = int.Parse(
            lines.Single(l => l.StartsWith("Content-Length: ", StringComparison.OrdinalIgnoreCase))[16..], CultureInfo.InvariantCulture);
        var body = new byte[length];
        for (var at = 0; at < length;)
        {
            if (random.Next(10) == 0)
            {
                // The pause is what is tested: all that the system takes fills up in it.
                await Task.Delay(1);
            }

            at += await stream.ReadAsync(body.AsMemory(at, Math.Min(random.Next(1, 50_000), length - at)));
        }

        return Encoding.Latin1.GetString(body);
    }

    private async Task<Socket> ConnectAsync()
    {
        var client = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 16 * 1024 };
        await client.ConnectAsync(IPAddress.Loopback, service.Port);
        return client;
    }

    public sealed class Service() : RunningService(new Dictionary<string, string>
    {
        ["assets/asset.txt"] = Asset,
        ["functions/text.js"] = """
            exports.handler = (context, event, callback) => {
              const unit = `${event.id};`;
              callback(null, unit.repeat(Math.floor(Number(event.size) / unit.length) + 1));
            };
            """,

        // One Buffer for all answers, which is overwritten as soon as the answer is given.
        ["functions/buffer.js"] = """
            const memory = Buffer.alloc(2_000_000);
            exports.handler = (context, event, callback) => {
              const unit = `${event.id};`;
              const length = memory.write(unit.repeat(Math.floor(Number(event.size) / unit.length) + 1));
              callback(null, new Response().setBody(memory.subarray(0, length)));
              memory.fill(0xee);
            };
            """,
        ["functions/echo.js"] = "exports.handler = (context, event, callback) => callback(null, event.text);",
        ["functions/late.js"] = """
            exports.handler = (context, event, callback) => {
              const unit = `${event.id};`;
              setTimeout(() => callback(null, unit.repeat(Math.floor(Number(event.size) / unit.length) + 1)), 10);
            };
            """,
    })
    {
        public static string Asset { get; } = Body("asset", 500_000);
    }
}
