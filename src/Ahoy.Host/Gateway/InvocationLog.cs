using System.Text.Json;
using System.Text.Json.Serialization;
using Ahoy.Host.Environments;
using Ahoy.Host.Journal;
using Ahoy.Host.Logs;
using Ahoy.Host.Telemetry;
using Ahoy.Host.Workers;

namespace Ahoy.Host.Gateway;

/// <summary>Makes log lines of what Functions print, with the codes that the platform gives warnings and errors, and keeps what they asked of others.</summary>
internal sealed partial class InvocationLog(ILogSink sink, TimeProvider time, RequestJournal? journal = null) : IInvocationLog
{
    public void Write(ServedEnvironment served, LastRun? run, OutputLevel level, string message)
    {
        var code = level switch
        {
            OutputLevel.Warn => ErrorCodes.Warning,
            OutputLevel.Error => ErrorCodes.Error,
            _ => 0,
        };
        sink.Write(new OutputEntry(time.GetUtcNow(), served, run?.Sid.Value, run?.Function.Resource.Path, level, code, message) { Trace = run?.Trace ?? default });
    }

    public void WriteOutbound(ServedEnvironment served, LastRun run, ReadOnlySpan<byte> request)
    {
        try
        {
            if (JsonSerializer.Deserialize(request, OutboundJson.Default.OutboundRequest) is { Method: not null, Url: not null } made)
            {
                journal?.Outbound.Keep(run.Sid.Value, made with { Url = served.Mask.Apply(made.Url) });
                if (made.Span is { } span)
                {
                    OutboundTrace.Write(run.Trace, span, made.Method, made.Url, made.Status, made.At, made.Duration, made.Error);
                }
            }
        }
        catch (JsonException)
        {
            // A Function may have put something in the place of what the worker uses.
        }
    }

    [JsonSerializable(typeof(OutboundRequest))]
    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
    private sealed partial class OutboundJson : JsonSerializerContext;
}
