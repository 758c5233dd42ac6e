using Ahoy.Analysis.Engine;

namespace Ahoy.Analysis.Tests.Flow;

/// <summary>Paths do not multiply by what a block alone has named.</summary>
public class BlockVariablesTests
{
    private const int Arms = 40;

    /// <summary>What a condition said before many arms is still known behind them.</summary>
    [Theory]
    [InlineData("const")]
    [InlineData("let")]
    [InlineData("var")]
    public void Handler_WithManyArmsThatWait_KeepsWhatConditionsSaid(string keyword) =>
        Assert.Empty(Find(keyword, "if (!event.done) {\n    callback(null, 'later');\n  }"));

    /// <summary>And what is missing behind them is still found.</summary>
    [Theory]
    [InlineData("const")]
    [InlineData("let")]
    [InlineData("var")]
    public void Handler_WithManyArmsThatWait_StillHasItsFinding(string keyword) =>
        Assert.Equal(["AHOY1002"], Find(keyword, "if (!event.done && event.other) {\n    callback(null, 'later');\n  }"));

    /// <summary>A function that is made in a block goes on to have what the block's variables held.</summary>
    [Fact]
    public void Variable_ThatAFunctionOfTheBlockUses_IsKept() => Assert.Empty(Find(
        "const",
        """
        let finish;
          {
            const answer = callback;
            finish = () => answer(null, 'later');
          }
          if (!event.done) {
            finish();
          }
        """));

    private static IEnumerable<string> Find(string keyword, string end)
    {
        var arms = string.Concat(Enumerable.Range(1, Arms).Select(n =>
            $"  if (event.a{n}) {{\n    {keyword} value{n} = await client.messages.list({{ limit: {n} }});\n    console.log(value{n}.length);\n  }}\n"));
        var file = new FileContext(
            SourceFile.Parse($$"""
                exports.handler = async (context, event, callback) => {
                  const client = context.getTwilioClient();
                  try {
                    await client.messages.list();
                  } catch (error) {
                    return callback(error);
                  }
                  if (event.done) {
                    callback(null, 'done');
                  }
                {{arms}}
                  {{end}}
                };
                """),
            new ProjectResource(ResourceKind.Function, Visibility.Public, "functions/a.js", "/a"),
            ProjectSummary.Unknown,
            TestContext.Current.CancellationToken);
        return RuleEngine.Run(file, FileSeverities.Default).Select(finding => finding.Rule.Id).Where(id => id is "AHOY1001" or "AHOY1002").Distinct();
    }
}
