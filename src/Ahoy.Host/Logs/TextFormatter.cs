using System.Buffers;
using System.Globalization;
using System.Text;

namespace Ahoy.Host.Logs;

/// <summary>Log lines for people: time, what happened, and for output of Functions the path and the request's SID.</summary>
internal sealed class TextFormatter(TextStyle style, TimeZoneInfo zone) : ILogFormatter
{
    private readonly StringBuilder _line = new();

    // Goes on from one piece of a line to the next: a character may lie across both.
    private readonly Encoder _encoder = Encoding.UTF8.GetEncoder();

    public void Format(in OutputEntry entry, IBufferWriter<byte> target)
    {
        AddTime(entry.Time);
        _line.Append(entry.Level switch
        {
            OutputLevel.Error => style.Error("ERROR"),
            OutputLevel.Warn => style.Warn("WARN "),
            _ => style.Info("INFO "),
        });
        if (entry.FunctionPath is { } path)
        {
            _line.Append(' ').Append(path);
        }

        if (entry.RequestSid is { } sid)
        {
            _line.Append(' ').Append(style.Faint(sid));
        }

        _line.Append(' ').Append(entry.Message.ReplaceLineEndings("\n" + new string(' ', 9)));
        AddCode(entry.ErrorCode);
        Flush(target);
    }

    public void Format(in RequestEntry entry, IBufferWriter<byte> target)
    {
        AddTime(entry.Time);
        _line.Append(entry.Method).Append(' ').Append(entry.Target).Append(' ');
        var status = entry.Status.ToString(CultureInfo.InvariantCulture);
        _line.Append(entry.Status switch
        {
            >= 500 => style.Error(status),
            >= 400 => style.Warn(status),
            _ => style.Good(status),
        });
        _line.Append(CultureInfo.InvariantCulture, $" {entry.Duration.TotalMilliseconds:0.0} ms");
        AddCode(entry.ErrorCode);
        Flush(target);
    }

    private void AddTime(DateTimeOffset time) =>
        _line.Clear().Append(CultureInfo.InvariantCulture, $"{TimeZoneInfo.ConvertTime(time, zone):HH:mm:ss} ");

    private void AddCode(int code)
    {
        if (code != 0)
        {
            _line.Append(CultureInfo.InvariantCulture, $" (error {code})");
        }
    }

    private void Flush(IBufferWriter<byte> target)
    {
        _line.Append('\n');
        foreach (var chunk in _line.GetChunks())
        {
            _encoder.Convert(chunk.Span, target, flush: false, out _, out _);
        }
    }
}
