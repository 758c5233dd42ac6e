using Ahoy.Analysis.Engine;
using Ahoy.Analysis.Fixes;
using Ahoy.Analysis.Rules;
using Ahoy.TestSupport.Analyzers;

namespace Ahoy.Analysis.Tests.Fixes;

public class BatchFixerTests
{
    private const string ManyProblems = """
        import path from 'node:path';

        export const handler = (context, event, callback) => {
          try {
            const client = context.getTwilioClient();
            client.messages.create({ to: context.OWNER });
            client.messages.create({ to: context.COPY });
            if (!event.request.headers['Authorization']) {
              callback('Who are you?');
            }

            callback(null, path.basename(event.request.headers['X-File']));
          } catch (error) {
            callback(error);
          }
        };
        """;

    [Fact]
    public void Fix_ManyProblems_AllAreFixedPassAfterPass()
    {
        var result = BatchFixer.Fix(Open(ManyProblems), FileSeverities.Default, FirstCure);

        Assert.Equal(
            """
            const path = require('node:path');

            exports.handler = async (context, event, callback) => {
              try {
                const client = context.getTwilioClient();
                await client.messages.create({ to: context.OWNER });
                await client.messages.create({ to: context.COPY });
                if (!event.request.headers['authorization']) {
                  return callback('Who are you?');
                }

                callback(null, path.basename(event.request.headers['x-file']));
              } catch (error) {
                callback(error);
              }
            };
            """,
            result.Text);
        Assert.Empty(RuleEngine.Run(result, FileSeverities.Default));
    }

    [Fact]
    public void Fix_OnlySomeChosen_LeavesTheOthers()
    {
        var result = BatchFixer.Fix(
            Open(ManyProblems), FileSeverities.Default, request => request.Id == "AHOY3002" ? FirstCure(request) : null);

        Assert.Equal(
            ManyProblems.Replace("'Authorization'", "'authorization'").Replace("'X-File'", "'x-file'"),
            result.Text);
    }

    [Fact]
    public void Fix_NothingToFix_GivesTheSameFile()
    {
        var file = Open("exports.handler = (context, event, callback) => callback();\n");

        Assert.Same(file, BatchFixer.Fix(file, FileSeverities.Default, FirstCure));
    }

    [Fact]
    public void Fix_FixThatDoesNotHelp_IsUndone()
    {
        var file = Open(ManyProblems);

        var result = BatchFixer.Fix(
            file,
            FileSeverities.Default,
            request => new Fix("Adds a line", request.Id, new EditList().Insert(0, "\n").Edits));

        Assert.Same(file, result);
    }

    [Fact]
    public void Fix_SeveralCausesOfOneFinding_AreFixedOneAfterTheOther()
    {
        const string Text = "exports.handler = async (context, event, callback) => {\n  try {\n    callback(null, await fetch(event.url));\n  } catch (error) {\n    callback(error);\n  }\n  callback(null, 'never');\n};\n";

        var result = BatchFixer.Fix(Open(Text), FileSeverities.Default, FirstCure);

        Assert.Equal(Text.Replace("    callback(", "    return callback("), result.Text);
    }

    /// <summary>A name that is merely like the right one may be meant for another file: that is left to people.</summary>
    [Theory]
    [InlineData("menu.json", "/menu.json")]
    [InlineData("/menu.private.json", "/menu.json")]
    [InlineData("/menu2.json", "/menu2.json")]
    public void Fix_ClosestName_IsTakenUnaskedOnlyIfItIsTheSame(string key, string expected)
    {
        const string Text = "exports.handler = (context, event, callback) => callback(null, Runtime.getAssets()['{0}'].open());\n";
        var resource = FunctionsProject.ResourceOf("functions/subject.js");
        var project = new ProjectSummary(
            NodeRuntime.Default, [resource, FunctionsProject.ResourceOf("assets/menu.private.json")], variables: null, packages: null, []);
        var file = new FileContext(SourceFile.Parse(Text.Replace("{0}", key)), resource, project, CancellationToken.None);

        Assert.Equal(Text.Replace("{0}", expected), BatchFixer.Fix(file, FileSeverities.Default, FirstCure).Text);
    }

    [Fact]
    public void Fix_RuleSwitchedOff_IsNotFixed()
    {
        const string Text = "exports.handler = (context, event, callback) => callback(null, event.request.headers['X-File']);\n";
        var severities = FileSeverities.Default.With(new Dictionary<string, Severity> { ["AHOY3002"] = Severity.None });

        Assert.Equal(Text, BatchFixer.Fix(Open(Text), severities, FirstCure).Text);
    }

    private static Fix? FirstCure(FixRequest request) => FixCatalog.Offer(request).FirstOrDefault(fix => fix.IsCure);

    private static FileContext Open(string text) => new(
        SourceFile.Parse(text), FunctionsProject.ResourceOf("functions/subject.js"), ProjectSummary.Unknown, CancellationToken.None);
}
