using System.CommandLine;
using System.Text.Json;
using System.Text.RegularExpressions;
using Ahoy.Cli.Flow;
using Ahoy.TestSupport;

namespace Ahoy.Cli.Tests.Flow;

public partial class FlowCommandTests
{
    private const string Start = """
        exports.handler = (context, event, callback) => {
          const twiml = new Twilio.twiml.VoiceResponse();
          twiml.gather({ input: 'dtmf speech', action: '/answer' }).say('Well?');
          twiml.redirect('/bye.xml');
          callback(null, twiml);
        };
        """;

    private const string Answer = """
        exports.handler = (context, event, callback) => {
          const twiml = new Twilio.twiml.VoiceResponse();
          if (event.Digits === '1') {
            twiml.redirect('/lost');
          } else {
            const dial = twiml.dial({ action: 'start' });
            dial.number({ statusCallback: '/status', statusCallbackEvent: ['initiated', 'answered'] }, context.SUPPORT);
          }
          callback(null, twiml);
        };
        """;

    /// <summary>The page shows the sample as it is.</summary>
    [Fact]
    public async Task Flow_Sample_IsWhatThePageShows()
    {
        var page = await File.ReadAllTextAsync(Repository.Combine("docs", "flow.md"), TestContext.Current.CancellationToken);

        var (exitCode, text) = await InvokeAsync(Repository.Combine("samples", "voice-menu"));

        Assert.Equal(0, exitCode);
        Assert.Equal(Drawing().Match(page).Groups[1].Value, text);
    }

    [Fact]
    public async Task Flow_Project_DrawsWhatLeadsWhere()
    {
        using var folder = Project();

        var (_, text) = await InvokeAsync(folder.Path);

        Assert.Equal(
            """
            flowchart TD
              n0["/answer<br/>Redirect, Dial"]
              n1[/"/bye.xml<br/>Say, Hangup"/]
              n2["/lost (missing)"]
              n3["/start<br/>Gather, Redirect"]
              n4["/status (private)"]
              n0 -->|"Redirect: Digits 1"| n2
              n0 -->|"Dial: Digits other"| n3
              n0 -->|"Number statusCallback: Digits other, initiated, answered"| n4
              n3 -->|"Gather: dtmf or speech"| n0
              n3 -->|"Redirect: no input"| n1

            """,
            text);
    }

    [Fact]
    public async Task Flow_AsDot_IsOneGraph()
    {
        using var folder = Project();

        var (_, text) = await InvokeAsync(folder.Path, "--format", "dot");

        Assert.StartsWith("digraph flow {\n", text, StringComparison.Ordinal);
        Assert.EndsWith("}\n", text, StringComparison.Ordinal);
        Assert.Contains("  \"/lost\" [label=\"/lost (missing)\", style=dashed];\n", text, StringComparison.Ordinal);
        Assert.Contains("  \"/start\" -> \"/answer\" [label=\"Gather: dtmf or speech\"];\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Flow_AsJson_HasNodesAndEdges()
    {
        using var folder = Project();

        var (_, text) = await InvokeAsync(folder.Path, "--format", "json");

        using var json = JsonDocument.Parse(text);
        var nodes = json.RootElement.GetProperty("nodes").EnumerateArray().ToList();
        Assert.Equal(["/answer", "/bye.xml", "/lost", "/start", "/status"], nodes.Select(node => node.GetProperty("path").GetString()));
        Assert.Equal(["function", "asset", "missing", "function", "function"], nodes.Select(node => node.GetProperty("kind").GetString()));
        Assert.Equal("functions/start.protected.js", nodes[3].GetProperty("file").GetString());
        var edge = json.RootElement.GetProperty("edges").EnumerateArray().First();
        Assert.Equal("/lost", edge.GetProperty("to").GetString());
        Assert.Equal("Digits 1", edge.GetProperty("when").GetString());
    }

    [Fact]
    public async Task Flow_Again_IsTheSame()
    {
        using var folder = Project();

        Assert.Equal(await InvokeAsync(folder.Path), await InvokeAsync(folder.Path));
    }

    [Fact]
    public async Task Flow_FolderThatIsNone_SaysSo()
    {
        using var folder = new TempFolder();

        var (exitCode, text) = await InvokeAsync(folder.Combine("nothing"));

        Assert.NotEqual(0, exitCode);
        Assert.Empty(text);
    }

    private static TempFolder Project()
    {
        var folder = new TempFolder();
        folder.Write("functions/start.protected.js", Start);
        folder.Write("functions/answer.protected.js", Answer);
        folder.Write("functions/status.private.js", "exports.status = 1;");
        folder.Write("functions/json.js", "exports.handler = (context, event, callback) => callback(null, {});");
        folder.Write("assets/bye.xml", "<Response><Say>Bye</Say><Hangup/></Response>");
        return folder;
    }

    private static async Task<(int ExitCode, string Text)> InvokeAsync(string project, params string[] args)
    {
        using var output = new TempFolder();
        var file = output.Combine("flow.txt");
        var exitCode = await new RootCommand { FlowCommand.Create() }
            .Parse(["flow", project, "--output", file, .. args])
            .InvokeAsync(cancellationToken: TestContext.Current.CancellationToken);
        return (exitCode, File.Exists(file) ? await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken) : "");
    }

    [GeneratedRegex("```mermaid\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Drawing();
}
