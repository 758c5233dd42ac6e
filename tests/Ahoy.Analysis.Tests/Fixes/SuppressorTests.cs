using Ahoy.Analysis.Engine;
using Ahoy.Analysis.Fixes;
using Ahoy.Analysis.Rules;
using Ahoy.TestSupport.Analyzers;

namespace Ahoy.Analysis.Tests.Rules;

public class SuppressorTests
{
    [Fact]
    public void Suppress_OwnLine_GetsCommentAboveWithItsIndentation() => Check(
        """
        exports.handler = (context, event, callback) => {
          const send = () => {
            [|await|] wait();
          };
          callback();
        };
        """,
        "AHOY0003",
        """
        exports.handler = (context, event, callback) => {
          const send = () => {
            // ahoy-disable-next-line AHOY0003
            await wait();
          };
          callback();
        };
        """);

    [Fact]
    public void Suppress_LineWithSuppression_JoinsIt() => Check(
        """
        // ahoy-disable-next-line AHOY1001 -- generated
        [|import './setup.js';|]
        """,
        "AHOY0002",
        """
        // ahoy-disable-next-line AHOY1001, AHOY0002 -- generated
        import './setup.js';
        """);

    [Fact]
    public void Suppress_LineThatStartsInTemplate_SurroundsStatement() => Check(
        """
        exports.handler = (context, event, callback) => {
          const text = `Hello
            ${[|await|] name()}`;
          callback(null, text);
        };
        """,
        "AHOY0003",
        """
        exports.handler = (context, event, callback) => {
          /* ahoy-disable AHOY0003 */
          const text = `Hello
            ${await name()}`;
          /* ahoy-enable AHOY0003 */
          callback(null, text);
        };
        """);

    [Fact]
    public void Suppress_LineThatStartsInComment_SurroundsStatement() => Check(
        """
        exports.handler = (context, event, callback) => {
          const name = /* this
            and that */ [|await|] fetchName();
          callback(null, name);
        };
        """,
        "AHOY0003",
        """
        exports.handler = (context, event, callback) => {
          /* ahoy-disable AHOY0003 */
          const name = /* this
            and that */ await fetchName();
          /* ahoy-enable AHOY0003 */
          callback(null, name);
        };
        """);

    [Fact]
    public void Suppress_WindowsLineEnds_AreKept() => Check(
        "\tfoo();\r\n\t[|import './setup.js';|]\r\n",
        "AHOY0002",
        "\tfoo();\r\n\t// ahoy-disable-next-line AHOY0002\r\n\timport './setup.js';\r\n");

    [Fact]
    public void Suppress_SyntaxError_IsSuppressedToo() => Check(
        "const a = 1;\nconst [|a|] = 2;\n",
        "AHOY0001",
        "const a = 1;\n// ahoy-disable-next-line AHOY0001\nconst a = 2;\n");

    [Fact]
    public void Suppress_UnusedSuppression_IsNotOffered() =>
        Assert.DoesNotContain(Offer("// ahoy-disable-next-line [|AHOY0003|]\nfoo();\n", "AHOY0009").Fixes, fix => !fix.IsCure);

    private static void Check(string marked, string id, string expected)
    {
        var (file, fixes) = Offer(marked, id);
        var fix = Assert.Single(fixes, fix => fix.Key == "Suppress" + id);
        var result = EditList.Apply(file.Text, fix.Edits);

        Assert.False(fix.IsCure);
        Assert.Equal(expected, result);
        Assert.DoesNotContain(Findings(Open(result)), finding => finding.Rule.Id == id);
    }

    private static (FileContext File, IReadOnlyList<Fix> Fixes) Offer(string marked, string id)
    {
        var source = MarkedSource.Parse(marked);
        var span = Assert.Single(source.Spans);
        var file = Open(source.Text);
        var finding = Assert.Single(Findings(file), finding => finding.Rule.Id == id && finding.Start == span.Start && finding.End == span.End);
        return (file, FixCatalog.Offer(new FixRequest(file, finding)));
    }

    private static FileContext Open(string text) => new(
        SourceFile.Parse(text), FunctionsProject.ResourceOf("functions/subject.js"), ProjectSummary.Unknown, CancellationToken.None);

    private static IReadOnlyList<Finding> Findings(FileContext file) => RuleEngine.Run(file, FileSeverities.Default);
}
