using Ahoy.Analysis.Engine;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Rules.Language;

/// <summary><c>import</c> or <c>export</c> in a file that the runtime loads as CommonJS.</summary>
internal sealed class Ahoy0002ModuleSyntax : FileRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "AHOY0002",
        RuleCategory.Language,
        Severity.Error,
        "ES module syntax in a file that is loaded as CommonJS",
        "The runtime loads this file with require(), where '{0}' is a syntax error: every request would fail with status 500. Use {1}.");

    public override bool ReadsMinified => true;

    public override void Check(FileContext file, FindingSink findings)
    {
        if (file.Source.IsTypeScript)
        {
            // Its compiler makes require() and exports of them.
            return;
        }

        foreach (var statement in file.Program.Body)
        {
            switch (statement)
            {
                case ImportDeclaration:
                    findings.Report(statement, "import", "require(), or await import() for a package that is an ES module");
                    break;
                case ExportAllDeclaration:
                    findings.Report(statement, "export", "module.exports");
                    break;
                case ExportNamedDeclaration { Declaration: null }:
                    findings.Report(statement, "export", "exports.name = …");
                    break;
                case ExportNamedDeclaration { Declaration: { } declaration }:
                    ReportKeywords(file, findings, statement, declaration, "export", "exports.name = …");
                    break;
                case ExportDefaultDeclaration { Declaration: var declaration }:
                    ReportKeywords(file, findings, statement, declaration, "export default", "module.exports = …");
                    break;
            }
        }
    }

    /// <summary>What is exported may be long: only the words before it are marked.</summary>
    private static void ReportKeywords(
        FileContext file, FindingSink findings, Node statement, Node declaration, string keywords, string instead)
    {
        var end = declaration.Start;
        while (end > statement.Start && char.IsWhiteSpace(file.Text[end - 1]))
        {
            end--;
        }

        findings.Report(statement.Start, end, keywords, instead);
    }
}
