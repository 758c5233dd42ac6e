using Ahoy.TestSupport;

namespace Ahoy.Model.Tests.Environment;

public class EnvFileTests
{
    [Theory]
    [InlineData("A=1", "1")]
    [InlineData("A = 1", "1")]
    [InlineData("  A=1  ", "1")]
    [InlineData("A=", "")]
    [InlineData("A=one two", "one two")]
    [InlineData("A='1 # one'", "1 # one")]
    [InlineData("A=O'Brien", "O'Brien")]
    [InlineData("A=\"one\\ntwo\"", "one\ntwo")]
    [InlineData("A='one\\ntwo'", "one\\ntwo")]
    [InlineData("A=one\\ntwo", "one\\ntwo")]
    [InlineData("A=a=b=c", "a=b=c")]
    [InlineData("A={\"json\": true}", "{\"json\": true}")]
    [InlineData("\uFEFFA=1", "1")]
    [InlineData("A=1\r\nB=2", "1")]
    [InlineData("A=1\nA=2", "2")]
    [InlineData("A='it\\'s'", "it\\'s")]
    [InlineData("# A=2\nA=1\n#A=3", "1")]
    [InlineData("A=\u00a01", "1")]
    public void Parse_ValueThatAllVersionsReadAlike_IsThat(string text, string value)
    {
        var file = EnvFile.Parse(text);

        Assert.Empty(file.Errors);
        Assert.Empty(file.Differences);
        Assert.Equal(value, file.GetValue("A"));
    }

    [Theory]
    [InlineData("A=pier#7gull", "pier#7gull", "cut the value of 'A' at '#'")]
    [InlineData("A=#1b6ac9", "#1b6ac9", "cut the value of 'A' at '#'")]
    [InlineData("A=https://u:p@example.com/a?b=c#frag", "https://u:p@example.com/a?b=c#frag", "cut the value of 'A' at '#'")]
    [InlineData("A=1 # one", "1 # one", "cut the value of 'A' at '#'")]
    [InlineData("A=\"1 # one\" # two", "1 # one\" # two", "cut the value of 'A' at '#'")]
    [InlineData("A=\"Ahoy\" from the pier", "Ahoy\" from the pier", "the quotes, blanks or escapes of the value of 'A'")]
    [InlineData("A=\"never closed", "never closed", "the quotes, blanks or escapes of the value of 'A'")]
    [InlineData("A='  padded  '", "padded", "the quotes, blanks or escapes of the value of 'A'")]
    [InlineData("A=`it's \"both\"`", "`it's \"both\"`", "the quotes, blanks or escapes of the value of 'A'")]
    [InlineData("A=\"a\\rb\"", "a\\rb", "the quotes, blanks or escapes of the value of 'A'")]
    [InlineData("A=\"one\ntwo\"", "one", "over several lines")]
    [InlineData("export A=1", null, "passes over this line")]
    [InlineData("A: 1", null, "passes over this line")]
    [InlineData("A=1\rB=2", null, "passes over this line")]
    public void Parse_ValueThatVersionsReadDifferently_IsTheToolkitsAndIsTold(string text, string? value, string reason)
    {
        var file = EnvFile.Parse(text);

        Assert.Empty(file.Errors);
        Assert.Equal(value, file.GetValue("A"));
        var difference = file.Differences[0];
        Assert.Equal(("A", 1), (difference.Name, difference.Line));
        Assert.Contains(reason, difference.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Difference_OfAKeyInSeveralLines_NamesNoPartOfIt()
    {
        var file = EnvFile.Parse("B=1\nKEY=\"-----BEGIN KEY-----\nTUlJRXZ3SUJB\nc2VjcmV0==\n-----END KEY-----\"\n");

        Assert.Empty(file.Errors);
        Assert.Equal(("KEY", 2), (Assert.Single(file.Differences).Name, file.Differences[0].Line));
        Assert.DoesNotContain(file.Differences, d => d.Message.Contains("c2Vj", StringComparison.Ordinal));
    }

    [Fact]
    public void Parse_ManyLines_KeepsOrderAndLineNumbers()
    {
        var file = EnvFile.Parse("# first\nB=1\n\nA=\"x\ny\nz\"\r\nC=3\n");

        Assert.Equal([("B", 2), ("A", 4), ("C", 7)], file.Variables.Select(v => (v.Name, v.Line)));
    }

    [Theory]
    [InlineData("A=1\njust words\nB=2", 2, "'=' is missing after 'just'")]
    [InlineData("A=1\n=2\nB=2", 2, "the name before '=' is missing")]
    [InlineData("A=1\n$X=2\nB=2", 2, "and this line has '$' there")]
    [InlineData("A=1\n[section]\nB=2", 2, "and this line has '[' there")]
    [InlineData("A=1\n\n \nQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFB\nB=2", 4, "'=' is missing: write NAME=value")]
    public void Parse_BrokenLine_IsReportedAndTheRestIsRead(string text, int line, string message)
    {
        var file = EnvFile.Parse(text);

        var error = Assert.Single(file.Errors);
        Assert.Equal(line, error.Line);
        Assert.Contains(message, error.Message);
        Assert.Equal(["A", "B"], file.Variables.Select(v => v.Name));
    }

    [Fact]
    public void Difference_AnyKind_NeverHoldsAValue()
    {
        var file = EnvFile.Parse("X=\"s3cret\nY='s3cret' s3cret\nZ=s3cret#s3cret\nexport W=s3cret\n");

        Assert.Equal(["X", "Y", "Z", "W"], file.Differences.Select(d => d.Name));
        Assert.All(file.Differences, d => Assert.DoesNotContain("s3cret", d.Message));
    }

    [Theory]
    [InlineData(new byte[] { (byte)'A', (byte)'=', (byte)'1', (byte)'\n', 0 }, 2, "it has the byte 0")]
    [InlineData(new byte[] { (byte)'A', (byte)'=', (byte)'\n', (byte)'B', (byte)'=', 0xE4, (byte)'\n' }, 2, "is no text in UTF-8")]
    [InlineData(new byte[] { 0xFF, 0xFE, (byte)'A', 0 }, 1, "is UTF-16")]
    [InlineData(new byte[] { 0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0 }, 3, "it has the byte 0")]
    public void Parse_NoText_HasOneErrorAndNoVariables(byte[] content, int line, string reason)
    {
        var file = EnvFile.Parse(content);

        var error = Assert.Single(file.Errors);
        Assert.Equal(line, error.Line);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        Assert.Empty(file.Variables);
    }

    [Fact]
    public void Parse_LongLines_TakeLinearTime()
    {
        var blanks = new string(' ', 200_000);
        var text = $"A={blanks}\rX\nB={blanks}#{blanks}\n{blanks}\n{string.Concat(Enumerable.Repeat("\n", 200_000))}C='{blanks}\n{new string('d', 200_000)}\nE=\"{new string('\\', 200_000)}";

        Assert.Equal(["A", "B", "C", "E"], EnvFile.Parse(text).Variables.Select(v => v.Name).Union(EnvFile.Parse(text).Differences.Select(d => d.Name)).Order());
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
