using Spectre.Console;

namespace Ahoy.Cli.Offline;

/// <summary>A call on a terminal: what is said appears word by word, as fast as it is said, and what is typed stands below.</summary>
internal sealed class TerminalScreen : ICallScreen, IDisposable
{
    private const string Indent = "  ";

    // As long as the offline Twilio takes to say it, so that the text ends when the voice does.
    private static readonly TimeSpan s_character = TimeSpan.FromMilliseconds(70);

    private readonly Lock _gate = new();
    private readonly IAnsiConsole _console;
    private readonly ITimer _timer;
    private readonly Queue<string> _words = new();
    private string _typed = "";
    private int _column;

    /// <param name="console">The terminal.</param>
    /// <param name="time">Paces what is said.</param>
    public TerminalScreen(IAnsiConsole console, TimeProvider time)
    {
        _console = console;
        _timer = time.CreateTimer(_ => Go(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <inheritdoc/>
    public void Show(CallLine line)
    {
        lock (_gate)
        {
            FinishSpeaking_NeedsLock();
            Erase_NeedsLock();
            if (line.Kind == CallLineKind.Spoken)
            {
                Speak_NeedsLock(line.Text);
            }
            else
            {
                var text = line.Kind == CallLineKind.Own ? $"> {line.Text}" : Indent + line.Text;
                _console.Write(new Text(text + Environment.NewLine, StyleOf(line.Kind)));
            }

            Draw_NeedsLock();
        }
    }

    /// <inheritdoc/>
    public void ShowTyping(string text)
    {
        lock (_gate)
        {
            FinishSpeaking_NeedsLock();
            Erase_NeedsLock();
            _typed = text;
            Draw_NeedsLock();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _timer.Dispose();
        lock (_gate)
        {
            FinishSpeaking_NeedsLock();
            Erase_NeedsLock();
        }
    }

    private static Style StyleOf(CallLineKind kind) => kind switch
    {
        CallLineKind.Own => new Style(Color.Green),
        CallLineKind.Note => new Style(Color.Grey),
        CallLineKind.Problem => new Style(Color.Red),
        _ => Style.Plain,
    };

    private void Speak_NeedsLock(string text)
    {
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            _words.Enqueue(word);
        }

        _column = 0;
        Next_NeedsLock();

        // While something is typed below, there is no line to go on with: it stands there at once.
        if (_typed.Length > 0)
        {
            FinishSpeaking_NeedsLock();
        }
    }

    private void Go()
    {
        lock (_gate)
        {
            if (_words.Count > 0)
            {
                Next_NeedsLock();
            }
        }
    }

    private void Next_NeedsLock()
    {
        if (_words.TryDequeue(out var word))
        {
            WriteWord_NeedsLock(word);
            if (_words.Count == 0)
            {
                _column = 0;
                _console.WriteLine();
            }
            else
            {
                _timer.Change(s_character * (word.Length + 1), Timeout.InfiniteTimeSpan);
            }
        }
    }

    private void FinishSpeaking_NeedsLock()
    {
        while (_words.Count > 0)
        {
            Next_NeedsLock();
        }
    }

    private void WriteWord_NeedsLock(string word)
    {
        if (_column > 0 && _column + 1 + word.Length > _console.Profile.Width)
        {
            _console.WriteLine();
            _column = 0;
        }

        var text = (_column == 0 ? Indent : " ") + word;
        _console.Write(new Text(text));
        _column += text.Length;
    }

    private void Erase_NeedsLock()
    {
        if (_typed.Length > 0)
        {
            _console.Write(new ControlCode("\r\u001b[2K"));
        }
    }

    private void Draw_NeedsLock()
    {
        if (_typed.Length > 0)
        {
            // A line that wraps could not be erased: of a long one, the end is shown.
            var room = Math.Max(_console.Profile.Width - 4, 10);
            var shown = _typed.Length <= room ? _typed : "…" + _typed[^(room - 1)..];
            _console.Write(new Text($"> {shown}", StyleOf(CallLineKind.Own)));
        }
    }
}
