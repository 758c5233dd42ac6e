using Ahoy.Cli.Tests.Infrastructure;

namespace Ahoy.Cli.Tests.Connections;

/// <summary>
/// What is wrong with a project, every command that reads it says, in the same words; a build does too (<c>BadInputTests</c> of the
/// end-to-end tests).
/// </summary>
public sealed class ProjectAgreementTests(DeployHost host)
{
    [Theory]
    [InlineData(".env", "A=1\nBAD LINE\n", "check start deploy import", ".env(2): '=' is missing after 'BAD': write BAD=value, or put '#' before a comment.")]
    [InlineData(".twilioserverlessrc", "{ env: 'stage.env' }", "check start deploy", "'stage.env' does not exist, and .twilioserverlessrc names it: create it, or correct .twilioserverlessrc.")]
    [InlineData(".twilioserverlessrc", "{\n  env: ,\n}", "check start deploy", ".twilioserverlessrc(2): not valid JSON5: ")]
    [InlineData(".twilioserverlessrc", "{ port: 'many' }", "start", ".twilioserverlessrc says the port many: a port is a number from 0 to 65535.")]
    [InlineData("package.json", "{\n  \"name\": \"x\",\n  broken\n}", "check start", "package.json(3): ")]
    [InlineData("functions/folder.js/index.js", "", "check start", "functions/folder.js: is a folder with the name of a Function: a Function is one .js file; rename the folder.")]
    public async Task Mistake_OfAProject_IsSaidTheSameByEveryCommand(string file, string content, string commands, string expected)
    {
        using var project = new BuiltProject("agreement");
        project.Write("assets/page.txt", "page");
        project.Write(file, content);

        foreach (var command in commands.Split(' '))
        {
            if (command == "import")
            {
                Assert.Equal(0, (await host.AhoyAsync(project.Path, "deploy", "--no-env")).ExitCode);
            }

            var result = await host.AhoyAsync(project.Path, command == "import" ? ["env", "import"] : [command]);

            Assert.NotEqual(0, result.ExitCode);
            Assert.Contains(expected, result.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task EmptyProject_IsSaidTheSameByCheckAndStart()
    {
        using var project = new BuiltProject("agreement");
        File.Delete(Path.Combine(project.Path, "functions", "hello.js"));

        foreach (var command in (string[])["check", "start"])
        {
            var result = await host.AhoyAsync(project.Path, command);

            Assert.NotEqual(0, result.ExitCode);
            Assert.Contains("the Service is empty: put a Function (.js) into 'functions' or a file into 'assets', or name other folders (--functions-folder, --assets-folder).", result.Error, StringComparison.Ordinal);
        }
    }
}
