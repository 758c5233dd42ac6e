using System.Collections.Concurrent;
using System.Threading.Channels;
using Ahoy.Api;
using Ahoy.Host.Logs;
using Ahoy.Host.Storage;
using Ahoy.Model;

namespace Ahoy.Host.ControlPlane.Logs;

/// <summary>
/// Takes what Functions write to the log database, many lines at a time and off the requests' path. Where lines come faster than the
/// disk takes them the oldest ones that wait are dropped: a Function's chatter must not eat the host's memory.
/// </summary>
internal sealed class StoredLogSink : BackgroundService, ILogSink
{
    private const int Waiting = 10_000;
    private const int AtOnce = 1_000;

    private readonly Channel<LogRow> _rows = Channel.CreateBounded<LogRow>(
        new BoundedChannelOptions(Waiting) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    private readonly ConcurrentDictionary<string, IReadOnlyDictionary<string, string>> _functionsOfBuild = new(StringComparer.Ordinal);
    private readonly LogDatabase _logs;
    private readonly VersionStore _versions;

    public StoredLogSink(LogDatabase logs, VersionStore versions)
    {
        _logs = logs;
        _versions = versions;
    }

    public void Write(in OutputEntry entry)
    {
        var served = entry.Served;
        if (served.ServiceSid is null || served.EnvironmentSid is null)
        {
            return;
        }

        _rows.Writer.TryWrite(new LogRow(
            0,
            Sid.New(Sid.Log),
            served.ServiceSid,
            served.EnvironmentSid,
            served.BuildSid,
            served.DeploymentSid,
            FunctionSid(served.BuildSid, entry.FunctionPath),
            entry.RequestSid,
            entry.Level,
            entry.Message,
            entry.Time));
    }

    /// <summary>The platform's log has what Functions write; requests are not in it.</summary>
    public void Write(in RequestEntry entry)
    {
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var batch = new List<LogRow>(AtOnce);
        while (await _rows.Reader.WaitToReadAsync(stoppingToken))
        {
            while (batch.Count < AtOnce && _rows.Reader.TryRead(out var row))
            {
                batch.Add(row);
            }

            _logs.Add(batch);
            batch.Clear();
        }
    }

    /// <summary>Writes what still waits.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        var rest = new List<LogRow>();
        while (_rows.Reader.TryRead(out var row))
        {
            rest.Add(row);
        }

        _logs.Add(rest);
    }

    private string? FunctionSid(string? buildSid, string? path)
    {
        if (buildSid is null || path is null)
        {
            return null;
        }

        var functions = _functionsOfBuild.GetOrAdd(buildSid, sid => _versions.InBuild(sid)
            .Where(v => v.Kind == ResourceKind.Function)
            .ToDictionary(v => v.Path, v => v.ResourceSid, StringComparer.Ordinal));
        return functions.GetValueOrDefault(path);
    }
}
