using System.Globalization;
using System.Text;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Ahoy.Host.Commands;

/// <summary>
/// The one writer of tables, for all commands: with a frame on a terminal, and elsewhere in columns that <c>grep</c> and <c>cut</c> can rely on, a row a line.
/// What stands in a cell is a text and never more: line ends, tabs and what a terminal would obey are written out.
/// </summary>
internal static class TextTable
{
    private const int NarrowestTerminal = 40;

    /// <summary>Writes a table.</summary>
    /// <param name="headers">The names of the columns.</param>
    /// <param name="rows">The rows, each with a text for each column.</param>
    /// <param name="output">Where to.</param>
    /// <param name="terminalWidth">How wide the terminal is, in columns; null where it is none.</param>
    /// <param name="headersInColumns">Whether the names are written where there is no terminal, too.</param>
    public static void Write(
        IReadOnlyList<string> headers, IEnumerable<IReadOnlyList<string>> rows, TextWriter output, int? terminalWidth, bool headersInColumns = true)
    {
        var cells = rows.Select(row => row.Select(Visible).ToArray()).ToList();
        if (terminalWidth is { } width)
        {
            WriteFramed(headers, cells, output, width);
        }
        else
        {
            WriteColumns(headersInColumns ? [[.. headers], .. cells] : cells, output);
        }
    }

    /// <summary>The width of this process's terminal; null where its output goes elsewhere.</summary>
    public static int? TerminalWidth => Console.IsOutputRedirected ? null : Console.WindowWidth;

    /// <summary>A text as it stands in a cell. One that has nothing to write out is itself.</summary>
    public static string Visible(string text)
    {
        var first = 0;
        while (first < text.Length && !IsEscaped(text, first))
        {
            first++;
        }

        if (first == text.Length)
        {
            return text;
        }

        var visible = new StringBuilder(text.Length + 8);
        for (var i = 0; i < text.Length; i++)
        {
            visible.Append(text[i] switch
            {
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                // So that what is written out can't be taken for what the text has itself.
                '\\' => "\\\\",
                var c when IsEscaped(text, i) => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                var c => c.ToString(),
            });
        }

        return visible.ToString();
    }

    // Control characters, which a terminal obeys; line and paragraph separators; what turns the direction of a text; halves of characters.
    private static bool IsEscaped(string text, int index) => CharUnicodeInfo.GetUnicodeCategory(text[index]) switch
    {
        UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => true,
        UnicodeCategory.Format => text[index] is '\u061C' or '\u200B' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u206F') or '\uFEFF',
        UnicodeCategory.Surrogate => char.IsHighSurrogate(text[index])
            ? index + 1 == text.Length || !char.IsLowSurrogate(text[index + 1])
            : index == 0 || !char.IsHighSurrogate(text[index - 1]),
        _ => false,
    };

    private static void WriteFramed(IReadOnlyList<string> headers, List<string[]> rows, TextWriter output, int terminalWidth)
    {
        var table = new Table().Border(TableBorder.Rounded);
        foreach (var header in headers)
        {
            table.AddColumn(new TableColumn(new Text(header)));
        }

        foreach (var row in rows)
        {
            table.AddRow(row.Select(cell => new Text(cell)));
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output), ColorSystem = ColorSystemSupport.NoColors });
        console.Profile.Width = Math.Max(NarrowestTerminal, terminalWidth);
        console.Write(table);
    }

    // No frame, and no line broken.
    private static void WriteColumns(List<string[]> rows, TextWriter output)
    {
        var widths = Enumerable.Range(0, rows.FirstOrDefault()?.Length ?? 0).Select(i => rows.Max(row => WidthOf(row[i]))).ToArray();
        foreach (var row in rows)
        {
            output.WriteLine(string.Join("  ", row.Select((cell, i) => cell + new string(' ', widths[i] - WidthOf(cell)))).TrimEnd(' '));
        }
    }

    // In columns of a terminal: a wide character takes two.
    private static int WidthOf(string text) => new Segment(text).CellCount();
}
