using System.Buffers;
using System.Text.Json;

namespace Ahoy.Host.Logs;

/// <summary>Log lines for programs: one JSON object a line.</summary>
internal sealed class JsonFormatter : ILogFormatter, IDisposable
{
    private readonly Utf8JsonWriter _json = new(Stream.Null);

    public void Format(in OutputEntry entry, IBufferWriter<byte> target)
    {
        Begin(target, "output", entry.Time);
        _json.WriteString("level", entry.Level switch
        {
            OutputLevel.Error => "error",
            OutputLevel.Warn => "warn",
            _ => "info",
        });
        _json.WriteString("service", entry.Served.Build.Service);
        if (entry.FunctionPath is not null)
        {
            _json.WriteString("path", entry.FunctionPath);
        }

        if (entry.RequestSid is not null)
        {
            _json.WriteString("request", entry.RequestSid);
        }

        AddCode(entry.ErrorCode);
        _json.WriteString("message", entry.Message);
        End(target);
    }

    public void Format(in RequestEntry entry, IBufferWriter<byte> target)
    {
        Begin(target, "request", entry.Time);
        _json.WriteString("service", entry.Served.Build.Service);
        _json.WriteString("request", entry.Sid.Value);
        _json.WriteString("method", entry.Method);
        _json.WriteString("target", entry.Target);
        _json.WriteNumber("status", entry.Status);
        _json.WriteNumber("milliseconds", Math.Round(entry.Duration.TotalMilliseconds, 3));
        AddCode(entry.ErrorCode);
        End(target);
    }

    public void Dispose() => _json.Dispose();

    private void Begin(IBufferWriter<byte> target, string kind, DateTimeOffset time)
    {
        _json.Reset(target);
        _json.WriteStartObject();
        _json.WriteString("event", kind);
        _json.WriteString("time", time.ToUniversalTime());
    }

    private void AddCode(int code)
    {
        if (code != 0)
        {
            _json.WriteNumber("error", code);
        }
    }

    private void End(IBufferWriter<byte> target)
    {
        _json.WriteEndObject();
        _json.Flush();
        target.Write("\n"u8);
    }
}
