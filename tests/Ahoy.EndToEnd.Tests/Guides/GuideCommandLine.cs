using System.Text.RegularExpressions;

namespace Ahoy.EndToEnd.Tests.Guides;

/// <summary>What is run for a command: on free ports, and with the <c>ahoy</c> that is built already.</summary>
internal static partial class GuideCommandLine
{
    /// <summary>The line for a command that ends by itself.</summary>
    /// <remarks>A command that is run from source, in the repository, finds no host in its folder: it is told where the offline Twilio is.</remarks>
    public static string Of(string command) => FromSource().IsMatch(command)
        ? $"{FromSource().Replace(command, "ahoy ")}{(command.Contains(" -- text ", StringComparison.Ordinal) ? " --offline-url http://127.0.0.1:4010" : "")}"
        : command;

    /// <summary>The line for one that serves.</summary>
    public static string OfServer(string command)
    {
        // Other tests run the samples from source; here that would compile what is compiled.
        command = Sample().Replace(command, "ahoy start samples/$1");
        if (command.StartsWith("dotnet run", StringComparison.Ordinal) && !command.Contains(" -- ", StringComparison.Ordinal))
        {
            command += " --";
        }

        return command.StartsWith("ahoy serve", StringComparison.Ordinal)
            ? $"{command} --port 0 --api-port 0"
            : $"{command}{(command.Contains("--port", StringComparison.Ordinal) ? "" : " --port 0")} --offline-port 0";
    }

    [GeneratedRegex(@"^dotnet run --project samples/(\S+)(?: --)?")]
    private static partial Regex Sample();

    [GeneratedRegex(@"\bdotnet run --project src/Ahoy\.Cli -- ")]
    private static partial Regex FromSource();
}
