using System.CommandLine;
using System.CommandLine.Parsing;
using Ahoy.Host.Offline;

namespace Ahoy.Host.Commands;

/// <summary>The options <c>--offline</c>, <c>--offline=strict</c> and <c>--offline-port</c> of a command.</summary>
internal sealed class OfflineOption
{
    private readonly Option<bool> _offline = LastOption.Flag(
        "--offline", "Answers messages, calls and the REST API here; Twilio gets nothing.");

    // A name of its own: as a value, the folder that comes next on the command line would be taken for it.
    private readonly Option<bool> _strict = LastOption.Flag("--offline=strict", "The same, and Functions reach nothing outside this machine.");
    private readonly Option<int?> _port = LastOption.OptionalPort(
        "--offline-port", $"The port of the page and of offline Twilio. {OfflineSettings.DefaultPort} or a free one by default.");

    /// <param name="command">The command.</param>
    /// <param name="hasPage">Whether the page is to be served.</param>
    public OfflineOption(Command command, Func<SymbolResult, bool> hasPage)
    {
        _strict.Hidden = true;
        command.Add(_offline);
        command.Add(_strict);
        command.Add(_port);
        command.Validators.Add(result =>
        {
            // Whether it is there, not its value: one that is no port throws here, and has its own error already.
            if (result.GetResult(_port) is not null && !result.GetValue(_offline) && !result.GetValue(_strict) && !hasPage(result))
            {
                result.AddError("--offline-port needs --offline, or the page.");
            }
        });
    }

    /// <summary>The port that the user chose; null where it is left out.</summary>
    public int? ReadPort(ParseResult parsed) => parsed.GetValue(_port);

    /// <summary>What the user asked for; null where Twilio is not offline.</summary>
    public OfflineSettings? Read(ParseResult parsed)
    {
        var isStrict = parsed.GetValue(_strict);
        return isStrict || parsed.GetValue(_offline) ? new OfflineSettings(parsed.GetValue(_port), isStrict) : null;
    }
}
