using Ahoy.Cli.Output;

namespace Ahoy.Cli.Tests.Output;

public sealed class ConfirmationTests
{
    [Theory]
    [InlineData("y")]
    [InlineData(" YES ")]
    public void Yes_LetsItHappen(string answer)
    {
        using var output = new StringWriter();
        Confirmation.Require("Remove it?", agreed: false, new StringReader(answer), output, canAsk: true);

        Assert.Equal("Remove it? [y/N] ", output.ToString());
    }

    [Theory]
    [InlineData("n")]
    [InlineData("")]
    [InlineData("what?")]
    public void AnythingElse_DoesNot(string answer)
    {
        var e = Assert.Throws<UserErrorException>(
            () => Confirmation.Require("Remove it?", agreed: false, new StringReader(answer), TextWriter.Null, canAsk: true));

        Assert.Equal(ExitCode.Declined, e.ExitCode);
    }

    [Fact]
    public void Script_ThatCanNotAnswer_IsToldOfTheOption()
    {
        var e = Assert.Throws<UserErrorException>(
            () => Confirmation.Require("Remove it?", agreed: false, TextReader.Null, TextWriter.Null, canAsk: false));

        Assert.Contains("--yes", e.Message);
    }
}
