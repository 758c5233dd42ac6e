using Ahoy.Cli.Tests.Infrastructure;
using Ahoy.TestSupport;

namespace Ahoy.Cli.Tests.Output;

public sealed class ExitCodeTests(DeployHost host)
{
    [Theory]
    [InlineData(2, "`ahoy deploy --help` shows more.", "deploy", "--bogus")]
    [InlineData(2, "`ahoy deploy` has no option '--bogus'.", "deploy", "--bogus")]
    [InlineData(2, "There are list, get, set, unset, import, copy.", "env")]
    [InlineData(2, "Which variable? Give NAME=value", "env", "set")]
    [InlineData(2, "Which Service?", "list")]
    [InlineData(2, "there is no such Build", "deploy", "missing.ahoy.zip")]
    [InlineData(3, "The credentials above are not valid here", "list", "services", "--username", "ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "--password", "wrong")]
    [InlineData(3, "No credentials for Twilio.", "list", "services", "--deploy-to", "twilio")]
    [InlineData(4, "There is no Service 'missing'", "remove", "service", "--service-name", "missing")]
    [InlineData(4, "was not found", "list", "--service-sid", "ZS00000000000000000000000000000000")]
    [InlineData(0, "", "list", "services")]
    public async Task Command_EndsWithItsCodeAndSaysWhy(int code, string message, params string[] arguments)
    {
        using var folder = new TempFolder();

        var result = await host.AhoyAsync(folder.Path, arguments);

        Assert.Equal(code, result.ExitCode);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Removal_ThatNobodyAgreedTo_ChangesNothing()
    {
        using var project = new BuiltProject("kept");
        await host.AhoyAsync(project.Path, "deploy");

        var result = await host.AhoyAsync(project.Path, "remove", "service");

        Assert.Equal(6, result.ExitCode);
        Assert.Equal(0, (await host.AhoyAsync(project.Path, "list", "builds")).ExitCode);
    }
}
