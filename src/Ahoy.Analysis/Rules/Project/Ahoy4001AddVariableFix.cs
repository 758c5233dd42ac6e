using Ahoy.Analysis.Fixes;

namespace Ahoy.Analysis.Rules.Project;

/// <summary>Adds a line for the variable to the environment file: its value is for people to write.</summary>
internal sealed class Ahoy4001AddVariableFix : FileFixer
{
    public override string RuleId => "AHOY4001";

    public override IEnumerable<Fix> Offer(FixRequest request)
    {
        if (request.Finding.Arguments[0] is string name && name.All(static c => c is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= '0' and <= '9') or '_'))
        {
            yield return new Fix($"Add {name} to the environment file", RuleId, [])
            {
                IsCure = false,
                OtherFiles = [new FileEdit(FileChange.EnvironmentFile, text => AddTo(text, name))],
            };
        }
    }

    private static IReadOnlyList<TextEdit> AddTo(string text, string name)
    {
        var newLine = text.IndexOf('\n') is > 0 and var end && text[end - 1] == '\r' ? "\r\n" : "\n";
        var isNewLine = text.Length == 0 || text[text.Length - 1] == '\n';
        return [new TextEdit(text.Length, 0, $"{(isNewLine ? "" : newLine)}{name}={newLine}")];
    }
}
