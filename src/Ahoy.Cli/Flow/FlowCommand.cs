using System.CommandLine;
using System.Text;
using Ahoy.Analysis.TwiML.Graph;
using Ahoy.Cli.Checking;
using Ahoy.Cli.Output;
using Ahoy.Model;

namespace Ahoy.Cli.Flow;

/// <summary><c>ahoy flow [DIR]</c>: draws what a call or a conversation goes through.</summary>
internal sealed class FlowCommand
{
    private const string Mermaid = "mermaid";
    private const string Dot = "dot";
    private const string Json = "json";

    private readonly Argument<string> _folder = new("dir")
    {
        Description = "The project's folder. The current folder by default.",
        DefaultValueFactory = _ => ".",
    };

    private readonly Option<string> _format = new("--format")
    {
        Description = "How it is drawn: mermaid, dot or json.",
        DefaultValueFactory = _ => Mermaid,
    };

    private readonly Option<string?> _output = new("--output") { Description = "The file to write the drawing to." };
    private readonly Option<string?> _functionsFolder = new("--functions-folder") { Description = "The Functions folder, relative to the project." };
    private readonly Option<string?> _assetsFolder = new("--assets-folder") { Description = "The Assets folder, relative to the project." };

    public static Command Create() => new FlowCommand().ToCommand();

    private Command ToCommand()
    {
        _format.AcceptOnlyFromAmong(Mermaid, Dot, Json);
        var command = new Command("flow", "Draws the flow of calls and conversations through your Functions.")
        {
            _folder, _format, _output, _functionsFolder, _assetsFolder,
        };
        command.SetAction((parsed, cancellation) => Failures.RunAsync(() => RunAsync(parsed), cancellation));
        return command;
    }

    private Task<int> RunAsync(ParseResult parsed)
    {
        var given = new GivenSettings { FunctionsFolder = parsed.GetValue(_functionsFolder), AssetsFolder = parsed.GetValue(_assetsFolder) };
        CheckedProject project;
        try
        {
            project = CheckedProject.Load(parsed.GetValue(_folder)!, given);
        }
        catch (Exception e) when (e is ProjectException or IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException(e.Message);
        }

        var graph = FlowGraph.Of(project.Summary, project.Sources);
        var text = parsed.GetValue(_format) switch
        {
            Dot => DotDrawing.Write(graph),
            Json => JsonDrawing.Write(graph),
            _ => MermaidDrawing.Write(graph),
        };
        Write(parsed.GetValue(_output), text);
        return Task.FromResult(ExitCode.Success);
    }

    private static void Write(string? path, string text)
    {
        var bytes = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false).GetBytes(text);
        if (path is null)
        {
            using var console = Console.OpenStandardOutput();
            console.Write(bytes);
            return;
        }

        try
        {
            WholeFile.Write(path, file => file.Write(bytes));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"{path} can't be written: {e.Message}");
        }
    }
}
