using System.Buffers;
using System.Text;
using Ahoy.Host.Logs;
using Ahoy.Host.Tests.Infrastructure;

namespace Ahoy.Host.Tests.Logs;

public sealed class TextFormatterTests
{
    [Fact]
    public void Line_WithCharactersBeyondTheBasicPlane_IsWhatWasWritten()
    {
        var formatter = new TextFormatter(new TextStyle(hasColours: false), TimeZoneInfo.Utc);

        // The formatter's own text grows piece by piece: at each length a pair of surrogates lies across another border.
        for (var length = 0; length < 600; length++)
        {
            var message = new string('a', length) + string.Concat(Enumerable.Repeat("😀", 300));
            var target = new ArrayBufferWriter<byte>();

            formatter.Format(new OutputEntry(DateTimeOffset.UnixEpoch, TestEnvironment.Any, null, null, OutputLevel.Info, 0, message), target);

            Assert.Equal($"00:00:00 INFO  {message}\n", Encoding.UTF8.GetString(target.WrittenSpan));
        }
    }
}
