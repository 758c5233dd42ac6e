using System.Text;

namespace Ahoy.Cli.Offline;

/// <summary>What the person does: what the command line says, then lines of the standard input or keys.</summary>
internal sealed partial class LiveCall
{
    private readonly StringBuilder _keys = new();
    private int _unanswered;
    private int _pressed;
    private int _heard;
    private string? _listens;
    private bool _isAtRest;
    private bool _isReading;
    private bool _hangsUp;
    private string _typed = "";

    /// <summary>What is done whenever the call waits, in this order.</summary>
    public Queue<CallAction> Script { get; init; } = new();

    /// <summary>Lines that are done after that; at their end the caller hangs up. Null where somebody types.</summary>
    public TextReader? Lines { get; init; }

    private bool TakesWordsOnly => _listens is "speech" or "recording";

    /// <summary>Takes a key that somebody presses. Safe for any thread.</summary>
    public void Press(ConsoleKeyInfo key) => Post(() => OnKey(key));

    // A key of the phone is pressed as soon as it is typed, as on a phone. What begins with anything else is said when Enter is pressed.
    private void OnKey(ConsoleKeyInfo key)
    {
        const char EndOfInput = '\u0004';
        switch (key)
        {
            case { KeyChar: EndOfInput }:
                HangUp();
                return;
            case { Key: ConsoleKey.Enter }:
                var line = _typed.Trim();
                _typed = "";
                _screen.ShowTyping(_typed);
                if (line.Length > 0)
                {
                    Do(CallAction.Read(line, TakesWordsOnly));
                }

                return;
            case { Key: ConsoleKey.Backspace }:
                _typed = _typed[..Math.Max(_typed.Length - 1, 0)];
                break;
            case { Key: ConsoleKey.Escape }:
                _typed = "";
                break;
            case { KeyChar: var c } when _typed.Length == 0 && CallAction.IsKey(c) && !TakesWordsOnly:
                _keys.Append(c);
                SendKeys();
                return;
            case { KeyChar: var c } when !char.IsControl(c):
                _typed += c;
                break;
        }

        _screen.ShowTyping(_typed);
    }

    // Two requests could overtake one another: the keys that are pressed while some are on their way go after them.
    private void SendKeys()
    {
        if (_keys.Length > 0 && _sid is not null && _pressed <= _heard)
        {
            var keys = _keys.ToString();
            _keys.Clear();
            Do(new CallAction(CallActionKind.Press, keys));
        }
    }

    private void Do(CallAction action)
    {
        if (_sid is not { } sid)
        {
            return;
        }

        var listens = _listens;
        _isAtRest = false;
        _pressed += action.Kind == CallActionKind.Press ? 1 : 0;
        Send(() => CallActions.DoAsync(_client, sid, action, listens, CancellationToken.None));
    }

    private void HangUp()
    {
        // A call that is not known yet is hung up as soon as it is.
        _hangsUp = true;
        Do(new CallAction(CallActionKind.HangUp, ""));
    }

    // What a step says of what the call listens for.
    private void Note(CallStep step)
    {
        if (step.By != "twilio")
        {
            _heard += step.Verb == "Digits" ? 1 : 0;
        }
        else if (step.Verb is not ("Say" or "Play" or "Pause"))
        {
            _listens = CallLine.WaitsFor(step);
        }
    }

    // The call rests: the next in order does something.
    private void GoOn()
    {
        if (HasEnded || !_isAtRest)
        {
            return;
        }

        if (Script.TryDequeue(out var action))
        {
            Do(action);
        }
        else if (Lines is not null && !_isReading)
        {
            _isReading = true;
            _ = ReadAsync(Lines);
        }
    }

    private async Task ReadAsync(TextReader lines)
    {
        var line = await lines.ReadLineAsync(CancellationToken.None).ConfigureAwait(false);
        Post(() =>
        {
            _isReading = false;
            if (line is null)
            {
                HangUp();
            }
            else if (line.Trim().Length == 0)
            {
                GoOn();
            }
            else
            {
                Do(CallAction.Read(line, TakesWordsOnly));
            }
        });
    }
}
