using System.CommandLine;
using Ahoy.Cli.Output;
using Ahoy.Host.Commands;
using Spectre.Console;

namespace Ahoy.Cli.Offline;

/// <summary><c>ahoy call</c>: a call from a phone, on the terminal or for a script.</summary>
internal sealed class CallCommand
{
    private const string FastClock = "fast";

    private readonly Argument<string> _to = new("to") { Description = "A Function's path, as /incoming, or a number of your account." };
    private readonly Option<string?> _from = LastOption.Text("--from", "The number that the call comes from. +15551230001 by default.");

    private readonly Option<string[]> _press = new("--press")
    {
        Description = "Keys to press when the call waits. Repeat it for more steps.",
        DefaultValueFactory = _ => [],
        CustomParser = result =>
        {
            foreach (var token in result.Tokens.Where(t => t.Value.Length == 0 || !t.Value.All(CallAction.IsKey)))
            {
                result.AddError($"--press {token.Value}: keys are 0 to 9, * and #. What you want to say goes into --say.");
            }

            return [.. result.Tokens.Select(t => t.Value)];
        },
    };

    private readonly Option<string[]> _say = new("--say") { Description = "What to say when the call waits. Repeat it for more steps.", DefaultValueFactory = _ => [] };
    private readonly Option<bool> _fast = LastOption.Flag("--fast", "Does not wait for voices and pauses.");
    private readonly Option<bool> _transcript = LastOption.Flag("--transcript", "For scripts: prints a line for each step, and hangs up at the end.");
    private readonly Option<string?> _url = OfflineAddress.Option();

    public static Command Create() => new CallCommand().ToCommand();

    private Command ToCommand()
    {
        var command = new Command("call", "Calls your service that runs with --offline; you type keys and words.")
        {
            _to, _from, _press, _say, _fast, _transcript, _url,
        };
        command.SetAction((parsed, cancellation) => Failures.RunAsync(() => RunAsync(parsed, cancellation), cancellation, parsed.InvocationConfiguration.Error));
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        using var client = new OfflineClient(OfflineAddress.Find(parsed.GetValue(_url), Environment.CurrentDirectory));
        if (!parsed.GetValue(_fast))
        {
            return await CallAsync(client, parsed, cancellation).ConfigureAwait(false);
        }

        // Other calls and messages are in the same world: when this one is over, time goes on as before.
        var before = await client.ReadClockAsync(cancellation).ConfigureAwait(false);
        try
        {
            await client.SetClockAsync(FastClock, cancellation).ConfigureAwait(false);
            return await CallAsync(client, parsed, cancellation).ConfigureAwait(false);
        }
        finally
        {
            if (before.Mode != FastClock)
            {
                await client.SetClockAsync(before.Mode, CancellationToken.None).ConfigureAwait(false);
            }
        }
    }

    private Task<int> CallAsync(OfflineClient client, ParseResult parsed, CancellationToken cancellation)
    {
        var console = parsed.InvocationConfiguration;
        var request = new CallRequest(parsed.GetValue(_from), parsed.GetValue(_to)!);
        var script = CallAction.Read(parsed, _press, _say);
        if (parsed.GetValue(_transcript))
        {
            return new ScriptedCall(client, console.Output, console.Error).RunAsync(request, script, cancellation);
        }

        return ReferenceEquals(console.Output, Console.Out) && Terminal() is { } terminal
            ? ShowAsync(client, request, script, terminal, cancellation)
            : new LiveCall(client, new PlainScreen(console.Output), request) { Script = new(script), Lines = Console.In }.RunAsync(cancellation);
    }

    private static async Task<int> ShowAsync(
        OfflineClient client, CallRequest request, IReadOnlyList<CallAction> script, IAnsiConsole terminal, CancellationToken cancellation)
    {
        using var screen = new TerminalScreen(terminal, TimeProvider.System);
        screen.Show(new CallLine(CallLineKind.Note, $"(you call {request.To})"));
        if (Console.IsInputRedirected)
        {
            return await new LiveCall(client, screen, request) { Script = new(script), Lines = Console.In }.RunAsync(cancellation).ConfigureAwait(false);
        }

        screen.Show(new CallLine(CallLineKind.Note, "(type keys, or words and Enter; /answer and /reject are for the phone that is called next; Ctrl+C hangs up)"));
        var call = new LiveCall(client, screen, request) { Script = new(script) };
        new Thread(() => Listen(call)) { IsBackground = true, Name = "keyboard" }.Start();
        return await call.RunAsync(cancellation).ConfigureAwait(false);
    }

    // A read of the keyboard can't be taken back: the thread ends with the process.
    private static void Listen(LiveCall call)
    {
        while (true)
        {
            call.Press(Console.ReadKey(intercept: true));
        }
    }

    // What can move the cursor; nothing else is one to this command.
    private static IAnsiConsole? Terminal()
    {
        if (Console.IsOutputRedirected)
        {
            return null;
        }

        var hasColors = string.IsNullOrEmpty(Environment.GetEnvironmentVariable(HostLog.NoColorVariable));
        var terminal = AnsiConsole.Create(new AnsiConsoleSettings { ColorSystem = hasColors ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors });
        return terminal.Profile.Capabilities.Ansi ? terminal : null;
    }
}
