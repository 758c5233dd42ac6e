using Ahoy.Host.Offline.Logs;
using Ahoy.Simulator;
using Ahoy.Simulator.World.Events;

namespace Ahoy.Host.Offline.Control;

/// <summary>What happened, as lists.</summary>
internal static class ListEndpoints
{
    public static void Map(ControlRoutes routes, TwilioSimulator simulator, WorldLog log)
    {
        routes.Map("GET", "messages", request => request.WriteAsync(ControlJson.WriteList(simulator.Messages(request.Since).OrderBy(m => m.Sequence))));
        routes.Map("GET", "calls", request => request.WriteAsync(ControlJson.WriteList(simulator.Calls(request.Since).OrderBy(c => c.Sequence))));
        foreach (var kind in new[] { EventKind.Alerts, EventKind.Logs, EventKind.Requests, EventKind.Verifications })
        {
            routes.Map("GET", kind.ToString().ToLowerInvariant(), request =>
            {
                log.Tell();
                return request.WriteAsync(ControlJson.WriteList(simulator.Events(kind, request.Since)));
            });
        }
    }
}
