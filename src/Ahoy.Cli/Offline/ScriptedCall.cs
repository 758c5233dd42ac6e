using Ahoy.Cli.Output;

namespace Ahoy.Cli.Offline;

/// <summary>A call without anybody at the terminal: what was said on the command line is done whenever the call waits, and then the caller hangs up.</summary>
internal sealed class ScriptedCall(OfflineClient client, TextWriter output, TextWriter error)
{
    /// <summary>Makes the call.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(CallRequest request, IReadOnlyList<CallAction> script, CancellationToken cancellation)
    {
        var report = await FailureReport.BeginAsync(client, cancellation).ConfigureAwait(false);
        var writer = new TranscriptWriter(output);
        var call = await client.CallAsync(request, cancellation).ConfigureAwait(false);
        try
        {
            writer.Write(call);
            foreach (var (number, action) in script.Index())
            {
                if (call.IsOver)
                {
                    await error.WriteLineAsync($"The call was over before this could be done: {string.Join(' ', script.Skip(number).Select(Option))}").ConfigureAwait(false);
                    break;
                }

                call = await CallActions.DoAsync(client, call.Sid, action, call.WaitsFor, cancellation).ConfigureAwait(false);
                writer.Write(call);
            }
        }
        finally
        {
            if (!call.IsOver)
            {
                call = await client.ActAsync(call.Sid, "hangup", CancellationToken.None).ConfigureAwait(false);
                writer.Write(call);
            }
        }

        return await report.WriteAsync(call.Sid, error, cancellation).ConfigureAwait(false) ? ExitCode.Failed : ExitCode.Success;
    }

    private static string Option(CallAction action) => action.Kind == CallActionKind.Press ? $"--press {action.Text}" : $"--say \"{action.Text}\"";
}
