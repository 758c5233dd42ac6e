using Ahoy.Simulator;

namespace Ahoy.Host.Offline.Control;

/// <summary>Calls from handsets, and what the person on the phone does.</summary>
internal static class CallEndpoints
{
    public static void Map(ControlRoutes routes, TwilioSimulator simulator)
    {
        routes.Map("POST", "calls", async request =>
        {
            var call = await request.ReadAsync(ControlJson.Default.NewCall).ConfigureAwait(false);
            var to = call.To ?? throw new InvalidRequestException("'to' is missing: a number of the account, or a Function's path such as /incoming.");
            await WriteAsync(request, await simulator.ReceiveCallAsync(call.From, to, request.Patience).ConfigureAwait(false)).ConfigureAwait(false);
        });
        routes.Map("GET", "calls/*", request => simulator.Call(request.Value) is { } call
            ? request.WriteAsync(call, ControlJson.Default.CallSnapshot)
            : NotFoundAsync(request));
        Act(routes, "digits", async request =>
        {
            var body = await request.ReadAsync(ControlJson.Default.PressedDigits).ConfigureAwait(false);
            return await simulator.PressAsync(request.Value, body.Digits ?? throw Missing("digits"), request.Patience).ConfigureAwait(false);
        });
        Act(routes, "speech", async request =>
        {
            var body = await request.ReadAsync(ControlJson.Default.SpokenText).ConfigureAwait(false);
            return await simulator.SpeakAsync(request.Value, body.Text ?? throw Missing("text"), body.Confidence, request.Patience).ConfigureAwait(false);
        });
        Act(routes, "recording", async request =>
        {
            var body = await request.ReadAsync(ControlJson.Default.RecordedText).ConfigureAwait(false);
            return await simulator.RecordAsync(request.Value, body.Text ?? throw Missing("text"), body.Seconds, request.Patience).ConfigureAwait(false);
        });
        Act(routes, "refer", async request =>
        {
            var body = await request.ReadAsync(ControlJson.Default.ReferTarget).ConfigureAwait(false);
            return await simulator.ReferAsync(request.Value, body.To ?? throw Missing("to"), request.Patience).ConfigureAwait(false);
        });
        Act(routes, "hangup", request => simulator.HangUpAsync(request.Value, request.Patience));
        Act(routes, "answer", request => simulator.AnswerAsync(request.Value, request.Patience));
        Act(routes, "reject", request => simulator.RejectAsync(request.Value, request.Patience));
    }

    private static void Act(ControlRoutes routes, string action, Func<ControlRequest, Task<CallResult?>> act) => routes.Map("POST", $"calls/*/{action}", async request =>
    {
        var result = await act(request).ConfigureAwait(false);
        await (result is null ? NotFoundAsync(request) : WriteAsync(request, result)).ConfigureAwait(false);
    });

    private static Task WriteAsync(ControlRequest request, CallResult result) => request.WriteAsync(result, ControlJson.Default.CallResult);

    private static Task NotFoundAsync(ControlRequest request) => request.WriteErrorAsync(StatusCodes.Status404NotFound, $"There is no call {request.Value}.");

    private static InvalidRequestException Missing(string name) => new($"'{name}' is missing.");
}
