namespace Ahoy.Cli.Offline;

/// <summary>A call as plain lines: for a file, or a program that reads them.</summary>
internal sealed class PlainScreen(TextWriter output) : ICallScreen
{
    /// <inheritdoc/>
    public void Show(CallLine line)
    {
        output.WriteLine(line.Kind == CallLineKind.Own ? $"> {line.Text}" : line.Text);
        output.Flush();
    }

    /// <inheritdoc/>
    public void ShowTyping(string text)
    {
        // Whoever typed it sees it already, or is a program.
    }
}
