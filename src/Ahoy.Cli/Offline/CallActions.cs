namespace Ahoy.Cli.Offline;

/// <summary>Does to a call what a person on the phone does.</summary>
internal static class CallActions
{
    /// <summary>Does it; ends when the call rests.</summary>
    /// <param name="client">The offline Twilio.</param>
    /// <param name="sid">The call.</param>
    /// <param name="action">What the person does.</param>
    /// <param name="waitsFor">What the call waits for: what is said into a recording is recorded.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public static Task<CallState> DoAsync(OfflineClient client, string sid, CallAction action, string? waitsFor, CancellationToken cancellation) => action.Kind switch
    {
        CallActionKind.Press => client.PressAsync(sid, action.Text, cancellation),
        CallActionKind.Say when waitsFor == "recording" => client.RecordAsync(sid, action.Text, cancellation),
        CallActionKind.Say => client.SpeakAsync(sid, action.Text, cancellation),
        CallActionKind.Answer => client.ActAsync(sid, "answer", cancellation),
        CallActionKind.Reject => client.ActAsync(sid, "reject", cancellation),
        _ => client.ActAsync(sid, "hangup", cancellation),
    };
}
