using System.CommandLine;
using Ahoy.Cli.Calling;

namespace Ahoy.Cli.Tests.Calling;

public sealed class SignCommandTests
{
    // Computed with the twilio package for Node: getExpectedTwilioSignature('12345', …).
    [Theory]
    [InlineData("sign https://example.com/myapp?foo=1 --auth-token 12345 -f CallSid=CA1 -f Caller=+15551234567", "TK+rrQztdk4NWCRM/HNpdKaCeto=")]
    [InlineData("sign https://example.com/a --auth-token 12345", "H5+M2WZw2rz520kM3QstM2pLq/4=")]
    public void Sign_Url_PrintsWhatTheTwilioPackageComputes(string line, string expected)
    {
        var (exit, output, _) = Run(line);

        Assert.Equal(0, exit);
        Assert.Equal($"X-Twilio-Signature: {expected}\n", output);
    }

    [Fact]
    public void Sign_Json_PrintsTheUrlWithTheHash()
    {
        var (_, output, _) = Run("sign https://example.com/a?b=1 --auth-token 12345 --json {}");

        Assert.EndsWith("URL: https://example.com/a?b=1&bodySHA256=44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a\n", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sign https://example.com/a --auth-token 1 --form a=1 --json {}", "A request has one body")]
    [InlineData("sign https://example.com/a --env no-such-file", "There is no Auth Token to sign with")]
    [InlineData("invoke /a --url http://127.0.0.1:1", "No host answers at http://127.0.0.1:1")]
    public void Call_ThatCantBeMade_SaysWhy(string line, string message)
    {
        var (exit, _, error) = Run(line);

        Assert.Equal(1, exit);
        Assert.StartsWith(message, error, StringComparison.Ordinal);
    }

    [Fact]
    public void Form_WithoutAName_IsAnError()
    {
        var (exit, _, error) = Run("sign https://example.com/a --auth-token 1 --form nonsense");

        Assert.Equal(1, exit);
        Assert.Contains("--form nonsense: a field is given as name=value.", error, StringComparison.Ordinal);
    }

    private static (int Exit, string Output, string Error) Run(string line)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var root = new RootCommand { SignCommand.Create(), InvokeCommand.Create() };
        var exit = root.Parse(line).Invoke(new InvocationConfiguration { Output = output, Error = error });
        return (exit, output.ToString(), error.ToString());
    }
}
