using System.CommandLine;
using Ahoy.LanguageServer.Server;

namespace Ahoy.Cli.Editing;

/// <summary><c>ahoy lsp</c>: the language server, which editors start. It speaks over standard input and output; its log goes to standard error.</summary>
internal static class LspCommand
{
    public static Command Create()
    {
        var command = new Command("lsp", "Serves findings and fixes to an editor, by the Language Server Protocol over standard input and output.");

        // Many clients add it; there is no other way to speak here.
        command.Add(new Option<bool>("--stdio") { Description = "Over standard input and output, as always.", Hidden = true });
        command.SetAction((_, cancellation) => RunAsync(cancellation));
        return command;
    }

    private static async Task<int> RunAsync(CancellationToken cancellation)
    {
        var output = Console.OpenStandardOutput();

        // What anything else prints would break the protocol.
        Console.SetOut(Console.Error);
        using var server = new LspServer(Console.OpenStandardInput(), output, TextWriter.Synchronized(Console.Error), new BuildChecks());
        return await server.RunAsync(cancellation).ConfigureAwait(false);
    }
}
