using System.Diagnostics;
using Ahoy.Host.Logs;

namespace Ahoy.Host.Telemetry;

/// <summary>
/// Sends log lines to a collector besides writing them. What a Function prints belongs to its span; of a request the line has the path, and not the query, which is full of
/// values.
/// </summary>
internal sealed class ExportedLog(ILogSink inner, ILogger logger) : ILogSink
{
    public void Write(in OutputEntry entry)
    {
        inner.Write(entry);
        var level = entry.Level switch
        {
            OutputLevel.Error => LogLevel.Error,
            OutputLevel.Warn => LogLevel.Warning,
            _ => LogLevel.Information,
        };
        var attributes = new List<KeyValuePair<string, object?>>(3);
        Add(attributes, "faas.invocation_id", entry.RequestSid);
        Add(attributes, "faas.name", entry.FunctionPath);
        Add(attributes, "ahoy.error_code", entry.ErrorCode == 0 ? null : entry.ErrorCode);
        Send(level, attributes, entry.Message, entry.Trace);
    }

    public void Write(in RequestEntry entry)
    {
        inner.Write(entry);
        var level = entry.Status >= 500 ? LogLevel.Error : entry.Status >= 400 ? LogLevel.Warning : LogLevel.Information;
        var query = entry.Target.IndexOf('?', StringComparison.Ordinal);
        var path = query < 0 ? entry.Target : entry.Target[..query];
        Send(
            level,
            [
                new("faas.invocation_id", entry.Sid.Value),
                new("http.request.method", entry.Method),
                new("url.path", path),
                new("http.response.status_code", entry.Status),
            ],
            $"{entry.Method} {path} {entry.Status}",
            Activity.Current?.Context ?? default);
    }

    private static void Add(List<KeyValuePair<string, object?>> attributes, string name, object? value)
    {
        if (value is not null)
        {
            attributes.Add(new(name, value));
        }
    }

    // The library takes the trace of a line from the activity that is current.
    private void Send(LogLevel level, List<KeyValuePair<string, object?>> attributes, string message, ActivityContext trace)
    {
        var before = Activity.Current;
        if (trace == default || before?.Context == trace)
        {
            logger.Log(level, default, attributes, null, (_, _) => message);
            return;
        }

        using var stand = new Activity("line").SetParentId(trace.TraceId, trace.SpanId, trace.TraceFlags).Start();
        SpanIds.Set(stand, trace.SpanId);
        logger.Log(level, default, attributes, null, (_, _) => message);
    }
}
