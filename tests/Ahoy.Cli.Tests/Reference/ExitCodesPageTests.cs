using System.Text;
using System.Text.RegularExpressions;
using Ahoy.TestSupport;

namespace Ahoy.Cli.Tests.Reference;

/// <summary>docs/reference/exit-codes.md, made from the constants and their documentation.</summary>
public sealed partial class ExitCodesPageTests
{
    [Fact]
    public void Page_OfExitCodes_IsWhatTheConstantsSay()
    {
        var source = File.ReadAllText(Repository.Combine("src", "Ahoy.Cli", "Output", "ExitCode.cs"));
        var codes = Constant().Matches(source);
        var text = new StringBuilder("What `ahoy` ends with. `ahoy exec` ends with the code of the command that it runs.\n\n| code | meaning |\n|---|---|\n");
        foreach (Match code in codes)
        {
            text.Append($"| {code.Groups["value"].Value} | {ReferencePage.Cell(code.Groups["words"].Value).Replace("<c>", "`", StringComparison.Ordinal).Replace("</c>", "`", StringComparison.Ordinal)} |\n");
        }

        Assert.Equal(Regex.Count(source, "const int"), codes.Count);
        ReferencePage.Check("exit-codes.md", "Ahoy.Cli.Tests", "Exit codes", text.ToString());
    }

    [GeneratedRegex(@"<summary>(?<words>[^\n]+)</summary>\s+public const int \w+ = (?<value>\d+);")]
    private static partial Regex Constant();
}
