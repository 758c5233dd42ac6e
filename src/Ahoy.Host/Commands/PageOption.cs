using System.CommandLine;
using System.CommandLine.Parsing;
using Ahoy.Host.Offline;

namespace Ahoy.Host.Commands;

/// <summary>The options <c>--no-page</c>, <c>--page</c>, <c>--open</c> and <c>--editor</c> of a command.</summary>
internal sealed class PageOption
{
    private readonly Option<bool> _without = LastOption.Flag("--no-page", "Serves no page, and keeps no requests for it.");
    private readonly Option<bool> _with = LastOption.Flag("--page", "Serves the page.");
    private readonly Option<bool> _open = LastOption.Flag("--open", "Opens the page in the browser.");
    private readonly Option<string?> _editor = LastOption.Text(
        "--editor", "The page's link to your editor, with {file} and {line}.");

    private readonly bool _isUsual;

    /// <param name="command">The command.</param>
    /// <param name="isUsual">Whether there is a page unless somebody says otherwise.</param>
    public PageOption(Command command, bool isUsual)
    {
        _isUsual = isUsual;
        command.Add(_without);
        command.Add(_with);
        command.Add(_open);
        command.Add(_editor);
    }

    /// <summary>Whether the page is to be served, should Twilio not be offline.</summary>
    public bool HasPage(SymbolResult result) => !result.GetValue(_without) && (_isUsual || result.GetValue(_with) || result.GetValue(_open));

    /// <summary>What the user asked for; null where there is no page.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="port">The port that the user chose.</param>
    /// <param name="offline">How Twilio is offline; null where it is not.</param>
    public PageSettings? Read(ParseResult parsed, int? port, OfflineSettings? offline) => parsed.GetValue(_without) ? null
        : offline is not null || HasPage(parsed.CommandResult) ? new PageSettings(
            port, parsed.GetValue(_with) || parsed.GetValue(_open), parsed.GetValue(_open), parsed.GetValue(_editor) ?? Page.PageOptions.DefaultEditorLink)
        : null;
}
