using System.Text;
using System.Text.RegularExpressions;

namespace Ahoy.Design.Tests.Reference;

/// <summary>docs/reference/environment-variables.md, made from the constants that name them and their documentation.</summary>
public partial class EnvironmentVariablesPageTests
{
    // What others read of these is not a variable of this machine that a part looks at: they write it, or know the names of a Function's context.
    private static readonly string[] s_parts = ["Ahoy.Api", "Ahoy.Cli", "Ahoy.Deploy", "Ahoy.Host"];

    // The context of a Function, and not a variable that is read.
    private static readonly string[] s_written = ["src/Ahoy.Host/Workers/WorkerConfiguration.cs"];

    [Fact]
    public void Page_OfEnvironmentVariables_HasEachThatIsRead()
    {
        var text = new StringBuilder("A name that ends with `*` stands for all that begin so.\n\n| variable | what it says | read in |\n|---|---|---|\n");
        var rows = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var errors = new List<string>();
        foreach (var file in s_parts.SelectMany(part => SourceFiles.Below(Repository.Combine("src", part))).Where(file => file.EndsWith(".cs", StringComparison.Ordinal)))
        {
            var source = File.ReadAllText(file).ReplaceLineEndings("\n");
            var name = SourceFiles.NameOf(file);
            var constants = Constant().Matches(source).ToDictionary(constant => constant.Groups["name"].Value, constant => constant.Groups["words"].Value);
            errors.AddRange(s_written.Contains(name)
                ? []
                : Name().Matches(source).Select(match => match.Groups["name"].Value).Where(variable => !constants.ContainsKey(variable))
                    .Select(variable => $"{name}: {variable} is to be a constant, with a summary that says what it is for."));
            foreach (var (variable, words) in constants)
            {
                var shown = variable + (variable.EndsWith('_') ? "*" : "");
                rows[variable] = $"| `{shown}` | {ReferencePage.Cell(words).Replace("<c>", "`", StringComparison.Ordinal).Replace("</c>", "`", StringComparison.Ordinal)} | [{Path.GetFileName(file)}](../../{name}) |\n";
            }
        }

        Expect.None(errors);
        ReferencePage.Check("environment-variables.md", "Ahoy.Design.Tests", "Environment variables", text.Append(string.Concat(rows.Values)).ToString());
    }

    [GeneratedRegex(@"<summary>(?<words>[^\n]+)</summary>\n +(?:public|private|internal) const string \w+ = ""(?<name>(?:AHOY|TWILIO|OTEL)_[A-Z_]+|NO_COLOR)"";")]
    private static partial Regex Constant();

    [GeneratedRegex(@"""(?<name>(?:AHOY|TWILIO|OTEL)_[A-Z_]+|NO_COLOR)""")]
    private static partial Regex Name();
}
