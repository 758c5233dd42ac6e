using Ahoy.TestSupport;

namespace Ahoy.Model.Tests.Environment;

public class EnvFileTests
{
    [Theory]
    [InlineData("A=1", "1")]
    [InlineData("A = 1", "1")]
    [InlineData("  A=1  ", "1")]
    [InlineData("export A=1", "1")]
    [InlineData("export\tA=1", "1")]
    [InlineData("A=", "")]
    [InlineData("A=one two", "one two")]
    [InlineData("A=1 # one", "1")]
    [InlineData("A=1#one", "1")]
    [InlineData("A=#one", "")]
    [InlineData("A='1 # one'", "1 # one")]
    [InlineData("A=\"1 # one\" # two", "1 # one")]
    [InlineData("A=`it's \"both\"`", "it's \"both\"")]
    [InlineData("A=O'Brien", "O'Brien")]
    [InlineData("A='  padded  '", "  padded  ")]
    [InlineData("A=\"one\\ntwo\"", "one\ntwo")]
    [InlineData("A='one\\ntwo'", "one\\ntwo")]
    [InlineData("A=one\\ntwo", "one\\ntwo")]
    [InlineData("A=\"one\ntwo\"", "one\ntwo")]
    [InlineData("A=\"one\r\ntwo\"\r\n", "one\ntwo")]
    [InlineData("A=a=b=c", "a=b=c")]
    [InlineData("A={\"json\": true}", "{\"json\": true}")]
    [InlineData("\uFEFFA=1", "1")]
    [InlineData("A=1\r\nB=2", "1")]
    [InlineData("A=1\rB=2", "1")]
    [InlineData("A=1\nA=2", "2")]
    [InlineData("A='it\\'s'", "it\\'s")]
    [InlineData("# A=2\nA=1\n#A=3", "1")]
    [InlineData("A=\u00a01", "1")]
    public void Parse_Value_IsReadAsDotenvDoes(string text, string value)
    {
        var file = EnvFile.Parse(text);

        Assert.Empty(file.Errors);
        Assert.Equal(value, file.GetValue("A"));
    }

    [Fact]
    public void Parse_ManyLines_KeepsOrderAndLineNumbers()
    {
        var file = EnvFile.Parse("# first\nB=1\n\nA=\"x\ny\nz\"\nC=3\n");

        Assert.Equal([("B", 2), ("A", 4), ("C", 7)], file.Variables.Select(v => (v.Name, v.Line)));
    }

    [Theory]
    [InlineData("A=1\njust words\nB=2", 2, "'=' is missing after 'just'")]
    [InlineData("A=1\n=2\nB=2", 2, "the name before '=' is missing")]
    [InlineData("A=1\n$X=2\nB=2", 2, "and this line has '$' there")]
    [InlineData("A=1\nX=\"never closed\nB=2", 2, "the value of 'X' opens with \" and never closes it")]
    [InlineData("A=1\nX=\"a\" b\nB=2", 2, "goes on after its closing \"")]
    public void Parse_BrokenLine_IsReportedAndTheRestIsRead(string text, int line, string message)
    {
        var file = EnvFile.Parse(text);

        var error = Assert.Single(file.Errors);
        Assert.Equal(line, error.Line);
        Assert.Contains(message, error.Message);
        Assert.Equal(["A", "B"], file.Variables.Select(v => v.Name));
    }

    [Fact]
    public void Error_AnyKind_NeverHoldsAValue()
    {
        var file = EnvFile.Parse("X=\"s3cret\nY='s3cret' s3cret\n");

        Assert.Equal(2, file.Errors.Count);
        Assert.All(file.Errors, e => Assert.DoesNotContain("s3cret", e.Message));
    }

    [Fact]
    public void Variable_ToString_IsItsName() =>
        Assert.Equal("TOKEN", EnvFile.Parse("TOKEN=s3cret").Variables[0].ToString());

    [Fact]
    public void Load_File_ReadsUtf8()
    {
        using var folder = new TempFolder();
        var path = folder.Write(".env", "GREETING=Grüße");

        Assert.Equal("Grüße", EnvFile.Load(path).GetValue("GREETING"));
    }
}
