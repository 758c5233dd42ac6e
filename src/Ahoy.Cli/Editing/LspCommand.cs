using System.CommandLine;
using Ahoy.Cli.Checking;
using Ahoy.LanguageServer.Server;

namespace Ahoy.Cli.Editing;

/// <summary><c>ahoy lsp</c>: the language server, which editors start. It speaks over standard input and output; its log goes to standard error.</summary>
internal static class LspCommand
{
    /// <param name="prover">Makes the runs that editors ask for.</param>
    public static Command Create(IFindingProver prover)
    {
        var command = new Command("lsp", "Serves findings and fixes to an editor: a language server.");

        // Many clients add it; there is no other way to speak here.
        command.Add(new Option<bool>("--stdio") { Description = "Over standard input and output, as always.", Hidden = true });
        command.SetAction((_, cancellation) => RunAsync(prover, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(IFindingProver prover, CancellationToken cancellation)
    {
        var output = Console.OpenStandardOutput();

        // What anything else prints would break the protocol.
        Console.SetOut(Console.Error);
        using var server = new LspServer(Console.OpenStandardInput(), output, TextWriter.Synchronized(Console.Error), new BuildChecks(), new ShownRuns(prover));
        return await server.RunAsync(cancellation).ConfigureAwait(false);
    }
}
