using Ahoy.Simulator;
using Ahoy.Simulator.World;

namespace Ahoy.Host.Offline.Control;

/// <summary>How handsets behave.</summary>
internal static class HandsetEndpoints
{
    public static void Map(ControlRoutes routes, TwilioSimulator simulator) => routes.Map("PUT", "handsets/*", async request =>
    {
        var body = await request.ReadAsync(ControlJson.Default.HandsetBehaviour).ConfigureAwait(false);
        var answers = body.Answers switch
        {
            null or "auto" => HandsetAnswer.Auto,
            "ring" => HandsetAnswer.Ring,
            "busy" => HandsetAnswer.Busy,
            "never" => HandsetAnswer.Never,
            var other => throw new InvalidRequestException($"answers: {other}: it is auto, ring, busy or never."),
        };
        var by = body.AnsweredBy ?? "human";
        if (!Handset.Answerers.Contains(by))
        {
            throw new InvalidRequestException($"answeredBy: {by}: it is {string.Join(", ", Handset.Answerers)}.");
        }

        simulator.SetHandset(request.Value, new Handset(answers, body.Refuses, by));
        await request.WriteAsync(new HandsetBehaviour(answers.ToString().ToLowerInvariant(), body.Refuses, body.AnsweredBy), ControlJson.Default.HandsetBehaviour).ConfigureAwait(false);
    });
}
