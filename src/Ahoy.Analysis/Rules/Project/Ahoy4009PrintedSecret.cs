using Ahoy.Analysis.Engine;
using Ahoy.Analysis.Platform;
using Ahoy.Analysis.Platform.Secrets;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Rules.Project;

/// <summary>A secret is printed. The message tells its name, never its value.</summary>
internal sealed class Ahoy4009PrintedSecret : FileRule
{
    private static readonly HashSet<string> s_methods = new(StringComparer.Ordinal) { "log", "info", "warn", "error", "debug", "trace", "dir", "table", "group" };

    public override RuleDescriptor Descriptor { get; } = new(
        "AHOY4009",
        RuleCategory.Project,
        Severity.Warning,
        "A secret is printed",
        "This prints {0}: whoever can read the logs, and each service that they are sent to, has it from then on. Print what you need to know about it (whether it is there, its length).");

    public override void Check(FileContext file, FindingSink findings)
    {
        if (!file.Source.Mentions("console"))
        {
            return;
        }

        PrintedSecrets? secrets = null;
        foreach (var call in file.Source.Nodes.Calls)
        {
            if (call.Callee.Unchained() is MemberExpression callee
                && file.Source.Scopes.IsFree(callee.Object, "console")
                && file.Source.Constants.NameOf(callee) is { } method
                && s_methods.Contains(method))
            {
                secrets ??= new PrintedSecrets(file.Source);
                foreach (var argument in call.Arguments)
                {
                    if (secrets.In(argument) is { } what)
                    {
                        findings.Report(argument, what);
                    }
                }
            }
        }
    }
}
