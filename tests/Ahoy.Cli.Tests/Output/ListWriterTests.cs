using Ahoy.Cli.Output;

namespace Ahoy.Cli.Tests.Output;

public sealed class ListWriterTests
{
    private static readonly Column<int>[] s_columns =
    [
        new("sid", n => $"ZS{n}"),
        new("date_created", n => $"day {n}", IsDefault: false),
        new("value", n => $"secret {n}", IsDefault: false, IsSecret: true),
    ];

    [Fact]
    public void ExtendedOutput_HasAllButSecrets() =>
        Assert.Equal(["sid", "date_created"], ListWriter.Select(s_columns, properties: null, extended: true).Select(c => c.Name));

    [Theory]
    [InlineData("value,sid")]
    [InlineData("Value, Sid")]
    public void Properties_AreTakenInTheirOrder(string properties) =>
        Assert.Equal(["value", "sid"], ListWriter.Select(s_columns, properties, extended: false).Select(c => c.Name));

    [Fact]
    public void Properties_InTheToolkitsSpelling_AreUnderstood() =>
        Assert.Equal(["date_created"], ListWriter.Select(s_columns, "dateCreated", extended: false).Select(c => c.Name));

    [Fact]
    public void Property_ThatIsNone_SaysWhichThereAre()
    {
        var e = Assert.Throws<UserErrorException>(() => ListWriter.Select(s_columns, "url", extended: false));

        Assert.Contains("sid, date_created, value", e.Message);
    }

    [Fact]
    public void PlainTable_HasColumnsThatScriptsCanCut()
    {
        using var output = new StringWriter();

        ListWriter.WriteTable([1, 10], ListWriter.Select(s_columns, "sid,date_created", extended: false), output, terminalWidth: null);

        Assert.Equal(["sid   date_created", "ZS1   day 1", "ZS10  day 10"], output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
    }
}
