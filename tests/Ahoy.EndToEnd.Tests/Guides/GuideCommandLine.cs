using System.Text.RegularExpressions;

namespace Ahoy.EndToEnd.Tests.Guides;

/// <summary>What is run for a command: on free ports, and with the <c>ahoy</c> that is built already.</summary>
internal static partial class GuideCommandLine
{
    /// <summary>The line for a command that ends by itself.</summary>
    public static string Of(string command) => FromSource().Replace(command, "ahoy ");

    /// <summary>The line for one that serves.</summary>
    public static string OfServer(string command)
    {
        if (command.StartsWith("dotnet run", StringComparison.Ordinal))
        {
            var configured = command.Contains("--project samples/", StringComparison.Ordinal)
                ? command.Replace("dotnet run", $"dotnet run -c {SdkPackage.Configuration}", StringComparison.Ordinal)
                : command;
            command = configured.Contains(" -- ", StringComparison.Ordinal) ? configured : $"{configured} --";
        }

        return command.StartsWith("ahoy serve", StringComparison.Ordinal)
            ? $"{command} --port 0 --api-port 0"
            : $"{command}{(command.Contains("--port", StringComparison.Ordinal) ? "" : " --port 0")} --offline-port 0";
    }

    [GeneratedRegex(@"\bdotnet run --project src/Ahoy\.Cli -- ")]
    private static partial Regex FromSource();
}
