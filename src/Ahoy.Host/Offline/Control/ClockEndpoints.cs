using Ahoy.Simulator;
using Ahoy.Simulator.World.Clock;

namespace Ahoy.Host.Offline.Control;

/// <summary>The world's clock.</summary>
internal static class ClockEndpoints
{
    public static void Map(ControlRoutes routes, TwilioSimulator simulator)
    {
        var world = simulator.World;
        routes.Map("GET", "clock", WriteAsync);
        routes.Map("PUT", "clock", async request =>
        {
            var body = await request.ReadAsync(ControlJson.Default.ClockBody).ConfigureAwait(false);
            world.SetMode(body.Mode switch
            {
                "real" => ClockMode.Real,
                "fast" => ClockMode.Fast,
                "manual" => ClockMode.Manual,
                null => throw new InvalidRequestException("'mode' is missing: real, fast or manual."),
                _ => throw new InvalidRequestException($"mode: {body.Mode}: it is real, fast or manual."),
            });
            await WriteAsync(request).ConfigureAwait(false);
        });
        routes.Map("POST", "clock/advance", async request =>
        {
            var body = await request.ReadAsync(ControlJson.Default.ClockStep).ConfigureAwait(false);
            var by = Durations.Parse("by", body.By ?? throw new InvalidRequestException("'by' is missing: a duration, such as PT5S."));
            await world.AdvanceAsync(by, request.Gone).ConfigureAwait(false);
            await WriteAsync(request).ConfigureAwait(false);
        });

        Task WriteAsync(ControlRequest request)
        {
            var answer = world.InTurn(() => new ClockAnswer(world.Mode.ToString().ToLowerInvariant(), world.Now));
            return request.WriteAsync(answer, ControlJson.Default.ClockAnswer);
        }
    }
}
