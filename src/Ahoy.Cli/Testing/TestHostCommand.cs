using System.CommandLine;
using System.Text.Json;

namespace Ahoy.Cli.Testing;

/// <summary>
/// <c>ahoy test-host</c>: what the package Ahoy.Testing starts. It waits for one line of JSON (<see cref="TestHostSettings"/>) on standard input, serves what that
/// names, with Twilio offline, and ends when standard input does: also where the process that started it was killed.
/// </summary>
internal static class TestHostCommand
{
    public static Command Create()
    {
        var command = new Command("test-host", "Serves one service for a test process, which speaks to it over standard input.") { Hidden = true };
        command.SetAction((_, cancellation) => RunAsync(cancellation));
        return command;
    }

    private static async Task<int> RunAsync(CancellationToken cancellation)
    {
        using var input = new StreamReader(Console.OpenStandardInput());
        if (await input.ReadLineAsync(cancellation).ConfigureAwait(false) is not { } line)
        {
            return 0;
        }

        TestHostSettings settings;
        try
        {
            settings = JsonSerializer.Deserialize(line, TestHostJson.Default.TestHostSettings) ?? throw new JsonException("it is null");
        }
        catch (JsonException e)
        {
            await Console.Error.WriteLineAsync($"The settings of the test host can't be read: {e.Message}").ConfigureAwait(false);
            return 1;
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        // Not waited for: a read of standard input may end only with it.
        _ = EndWithAsync(input, stop);
        return await new TestHostRunner(settings, TimeProvider.System).RunAsync(stop.Token).ConfigureAwait(false);
    }

    // Nothing more is said on standard input: its end is the sign.
    private static async Task EndWithAsync(StreamReader input, CancellationTokenSource stop)
    {
        try
        {
            while (await input.ReadLineAsync(stop.Token).ConfigureAwait(false) is not null)
            {
            }

            await stop.CancelAsync().ConfigureAwait(false);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or ObjectDisposedException)
        {
            // The host ends by itself.
        }
    }
}
