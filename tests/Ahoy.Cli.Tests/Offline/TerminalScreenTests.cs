using System.Text.RegularExpressions;
using Ahoy.Cli.Offline;
using Microsoft.Extensions.Time.Testing;
using Spectre.Console;

namespace Ahoy.Cli.Tests.Offline;

public sealed partial class TerminalScreenTests : IDisposable
{
    private readonly StringWriter _output = new() { NewLine = "\n" };
    private readonly FakeTimeProvider _time = new();

    public void Dispose() => _output.Dispose();

    [Fact]
    public void Spoken_Text_AppearsWordByWordAsItIsSaid()
    {
        using var screen = Create();

        screen.Show(new CallLine(CallLineKind.Spoken, "Welcome to Harbour Bakery."));
        Assert.Equal("  Welcome", Text());
        _time.Advance(TimeSpan.FromMilliseconds(70 * 8));
        Assert.Equal("  Welcome to", Text());
        _time.Advance(TimeSpan.FromMilliseconds(70 * 3));
        _time.Advance(TimeSpan.FromMilliseconds(70 * 8));
        Assert.Equal("  Welcome to Harbour Bakery.\n", Text());
    }

    [Fact]
    public void Spoken_TextThatIsCutOff_IsShownInFullBeforeWhatFollows()
    {
        using var screen = Create();

        screen.Show(new CallLine(CallLineKind.Spoken, "Press 1 for bread."));
        screen.Show(new CallLine(CallLineKind.Own, "1"));
        _time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal("  Press 1 for bread.\n> 1\n", Text());
    }

    [Fact]
    public void Spoken_LongText_IsBrokenBetweenWords()
    {
        using var screen = Create(width: 20);

        screen.Show(new CallLine(CallLineKind.Spoken, "Our ovens are warm from seven to noon."));
        _time.Advance(TimeSpan.FromMinutes(1));
        screen.Dispose();

        Assert.All(Text().TrimEnd().Split('\n'), line => Assert.InRange(line.Length, 3, 20));
        Assert.Equal("Our ovens are warm from seven to noon.", string.Join(' ', Text().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
    }

    [Fact]
    public void Typed_Text_StaysBelowWhatComes()
    {
        using var screen = Create();

        screen.ShowTyping("two lo");
        screen.Show(new CallLine(CallLineKind.Spoken, "Are you still there?"));

        // Erased before the line, and written again after it.
        Assert.EndsWith("> two lo\r\u001b[2K  Are you still there?\n> two lo", Text(), StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_HaveColorsOnlyWhereTheyAreWanted()
    {
        using (var plain = Create())
        {
            plain.Show(new CallLine(CallLineKind.Problem, "Error 11200"));
        }

        Assert.DoesNotContain("\u001b[38", _output.ToString(), StringComparison.Ordinal);
        using (var colored = Create(colors: ColorSystemSupport.EightBit))
        {
            colored.Show(new CallLine(CallLineKind.Problem, "Error 11200"));
        }

        Assert.Contains("\u001b[38;5;9m", _output.ToString(), StringComparison.Ordinal);
    }

    private TerminalScreen Create(int width = 80, ColorSystemSupport colors = ColorSystemSupport.NoColors)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes,
            ColorSystem = colors,
            Out = new AnsiConsoleOutput(_output),
            Interactive = InteractionSupport.No,
        });
        console.Profile.Width = width;
        return new TerminalScreen(console, _time);
    }

    // Without the codes of a style.
    private string Text() => Style().Replace(_output.ToString().Replace("\r\n", "\n"), "");

    [GeneratedRegex(@"\u001b\[[0-9;]*m")]
    private static partial Regex Style();
}
