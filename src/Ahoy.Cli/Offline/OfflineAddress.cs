using System.CommandLine;
using Ahoy.Cli.Output;
using Ahoy.Host.Commands;

namespace Ahoy.Cli.Offline;

/// <summary>Where the offline Twilio is: what the user says, else what a running host has written into the folder, else the usual address.</summary>
internal static class OfflineAddress
{
    /// <summary>Where it is unless somebody says otherwise.</summary>
    public const string Usual = "http://127.0.0.1:4010";

    /// <summary>What starts it.</summary>
    public const string HowToStart = "`ahoy start --offline`, or `dotnet run -- --offline`";

    /// <summary><c>--offline-url</c></summary>
    public static Option<string?> Option() => LastOption.Text(
        "--offline-url", $"The offline Twilio's URL. This folder's or {Usual} by default.");

    /// <summary>Finds the address.</summary>
    /// <param name="given">The value of the option.</param>
    /// <param name="folder">The folder that may be a project's.</param>
    /// <exception cref="UserErrorException">What was given is no address, or the folder's host has none.</exception>
    public static Uri Find(string? given, string folder)
    {
        if (given is not null)
        {
            return Read(given) ?? throw new UserErrorException($"--offline-url {given}: it must be a URL like {Usual}.", ExitCode.Failed);
        }

        return FolderHost.Find(folder) switch
        {
            null => new Uri(Usual),
            { OfflineUrl: { Length: > 0 } url } => Read(url) ?? new Uri(Usual),
            var host => throw new UserErrorException(
                $"The host of this folder ({host.Url}) runs without an offline Twilio. Stop it, and start it with {HowToStart}.", OfflineClient.NothingAnswers),
        };
    }

    private static Uri? Read(string text) =>
        Uri.TryCreate(text.TrimEnd('/'), UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? url : null;
}
