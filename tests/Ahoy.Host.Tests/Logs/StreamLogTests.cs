using System.Text;
using System.Text.RegularExpressions;
using Ahoy.Host.Logs;
using Ahoy.Host.Tests.Infrastructure;

namespace Ahoy.Host.Tests.Logs;

public sealed class StreamLogTests
{
    private const int Writers = 4;
    private const int LinesOfEach = 2_000;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Lines_ToAStreamThatIsSlow_ArriveOnceInOrderAndWhole(int seed)
    {
        using var stream = new SlowStream(new Random(seed));
        using (var log = new StreamLog(stream, new TextFormatter(new TextStyle(hasColours: false), TimeZoneInfo.Utc), TimeProvider.System))
        {
            await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(() =>
            {
                var random = new Random((seed * 100) + writer);
                for (var number = 0; number < LinesOfEach; number++)
                {
                    log.Write(new OutputEntry(
                        DateTimeOffset.UnixEpoch, TestEnvironment.Any, null, null, OutputLevel.Info, 0, Message(writer, number, random.Next(200))));
                }
            })));
        }

        var lines = stream.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => Regex.Match(l, @"^00:00:00 INFO  (\d) (\d+) (é*)\.$")).ToList();
        Assert.All(lines, line => Assert.True(line.Success));
        Assert.Equal(Writers * LinesOfEach, lines.Count);
        Assert.All(
            lines.GroupBy(l => l.Groups[1].Value),
            writer => Assert.Equal(Enumerable.Range(0, LinesOfEach), writer.Select(l => int.Parse(l.Groups[2].Value))));
    }

    private static string Message(int writer, int number, int length) => $"{writer} {number} {new string('é', length)}.";

    // Takes what it is given piece by piece, with pauses in which the writers go on.
    private sealed class SlowStream(Random random) : MemoryStream
    {
        public string Text => Encoding.UTF8.GetString(ToArray());

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            while (buffer.Length > 0)
            {
                var piece = buffer[..Math.Min(buffer.Length, random.Next(1, 20_000))];
                Thread.SpinWait(random.Next(5_000));
                base.Write(piece);
                buffer = buffer[piece.Length..];
            }
        }
    }
}
