using Ahoy.Cli.Output;

namespace Ahoy.Cli.Tests.Output;

public sealed class UsageErrorTests
{
    [Theory]
    [InlineData("check --sarif", "`ahoy check` has no option '--sarif'.")]
    [InlineData("start --prt 1", "`ahoy start` has no option '--prt'. Did you mean '--port'?")]
    [InlineData("start . --prt=1", "`ahoy start` has no option '--prt'. Did you mean '--port'?")]
    [InlineData("deploy --enviroment stage", "`ahoy deploy` has no option '--enviroment'. Did you mean '--environment'?")]
    [InlineData("env list --show-value", "`ahoy env list` has no option '--show-value'. Did you mean '--show-values'?")]
    [InlineData("logs --log-levle debug", "`ahoy logs` has no option '--log-levle'. Did you mean '--log-level'?")]
    [InlineData("start --ngrok", "'--ngrok' is an option of the Serverless Toolkit that `ahoy start` does not have: start a tunnel beside it")]
    [InlineData("chek", "`ahoy` has no command 'chek'. Did you mean 'check'?")]
    [InlineData("env lst", "`ahoy env` has no command 'lst'. Did you mean 'list'?")]
    [InlineData("serverless:deploy", "'serverless:deploy' is a command of the Serverless Toolkit: write `ahoy deploy`.")]
    public void Line_WithAnUnknownWord_NamesItAndTheClosest(string line, string expected)
    {
        var parsed = AhoyCommand.Create().Parse(line);
        using var output = new StringWriter();

        Assert.True(UsageError.IsIn(parsed));
        Assert.Equal(2, UsageError.Write(parsed, output));
        Assert.StartsWith(expected, output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("start --help --prt")]
    [InlineData("text /sms -- --hello")]
    [InlineData("env set --key A --value --b")]
    [InlineData("sign https://example.com --form -a=1")]
    [InlineData("deploy -o json")]
    public void Line_WithoutOne_IsRun(string line) => Assert.False(UsageError.IsIn(AhoyCommand.Create().Parse(line)));
}
