using Ahoy.Cli.Tests.Infrastructure;
using Ahoy.TestSupport;

namespace Ahoy.Cli.Tests.Completion;

public sealed class CompletionCommandTests
{
    [Theory]
    [InlineData("ahoy dep", "deploy")]
    [InlineData("ahoy env i", "import")]
    [InlineData("ahoy deploy --deploy-to t", "twilio")]
    [InlineData("ahoy list va", "variables")]
    [InlineData("ahoy remove s", "service")]
    [InlineData("ahoy tex", "text")]
    [InlineData("ahoy call /incoming --tr", "--transcript")]
    public async Task Bash_LineThatIsBegun_IsCompleted(string line, string completion)
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("bash is needed");
        }

        // What bash does when the user presses Tab.
        const string Script = """
            ahoy() { "$DOTNET" exec "$AHOY" "$@"; }
            source <(ahoy completion bash)
            COMP_LINE="$LINE" COMP_POINT=${#LINE}
            read -ra COMP_WORDS <<< "$LINE"
            COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
            _ahoy_complete
            echo "${COMPREPLY[*]}"
            """;
        using var folder = new TempFolder();

        var result = await ProcessRunner.RunAsync(
            "bash",
            ["-c", Script],
            folder.Path,
            new Dictionary<string, string?> { ["DOTNET"] = Dotnet.Program, ["AHOY"] = DeployHost.Program, ["LINE"] = line },
            cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(completion, result.Output.Trim());
    }
}
