using System.Globalization;
using Ahoy.Host.Environments;
using Ahoy.Host.Logs;
using Ahoy.Host.Offline.Services;
using Ahoy.Simulator.Rest.Requests;
using Ahoy.Simulator.World.Events;

namespace Ahoy.Host.Offline.Logs;

/// <summary>
/// Writes to the host's log what the world has to say: alerts, with the Function that is at fault; what the simulator says of itself; and which
/// requests were answered without state. Called in the world's turn: it only writes to a log that never waits.
/// </summary>
internal sealed class WorldConsole(WorldLog log, IOfflineServices services, TimeProvider time)
{
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);

    public void OnEvent(WorldEvent item)
    {
        switch (item.Data)
        {
            case Alert alert:
                OnAlert(alert);
                break;
            case LogLine { Function: null } line when !log.IsTelling:
                Write(null, LevelOf(line.Level), 0, line.Message);
                break;
            case RestRecord { Stateful: false, Status: < 400 } request:
                OnStateless(request);
                break;
        }
    }

    private void OnAlert(Alert alert)
    {
        var place = alert.Function is { } function && services.EnvironmentOf(function) is { } served
            ? log.Errors.Take(served, PathIn(served, function))
            : null;
        Write(alert.Function, LevelOf(alert.Code), alert.Code, place is null ? alert.Message : $"{alert.Message} ({place})");
    }

    // Once for each product and kind of resource: a page of a list is no news.
    private void OnStateless(RestRecord request)
    {
        var kind = string.Join('/', request.Path.Split('/').Where(part => !part.Any(char.IsAsciiDigit) || part.Length < 8));
        if (_told.Add($"{request.Method} {request.Host}{kind}"))
        {
            Write(
                request.By == "other" ? null : request.By,
                OutputLevel.Info,
                0,
                string.Create(CultureInfo.InvariantCulture, $"{request.Method} https://{request.Host}{request.Path} is not simulated: it was answered ({request.Status}) in the shape that Twilio's document has, and nothing is kept."));
        }
    }

    private void Write(string? function, OutputLevel level, int code, string message)
    {
        if (services.EnvironmentOf(function) is { } served)
        {
            log.Inner.Write(new OutputEntry(time.GetUtcNow(), served, null, function is null ? null : PathIn(served, function), level, code, message));
        }
    }

    private string PathIn(ServedEnvironment served, string function)
    {
        // The name is the path, with the Service before it where there are several.
        var prefix = services.NameOf(served, "");
        return function.StartsWith(prefix, StringComparison.Ordinal) ? function[prefix.Length..] : function;
    }

    // Twilio's warnings of TwiML.
    private static OutputLevel LevelOf(int code) => code is >= 12200 and < 12300 ? OutputLevel.Warn : OutputLevel.Error;

    private static OutputLevel LevelOf(string level) => level switch
    {
        "error" => OutputLevel.Error,
        "warn" => OutputLevel.Warn,
        _ => OutputLevel.Info,
    };
}
