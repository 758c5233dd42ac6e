using Ahoy.Analysis.Engine;
using Ahoy.JavaScript;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Rules.Language;

/// <summary><c>await</c> where it is no operator.</summary>
internal sealed class Ahoy0003AwaitOutsideAsync : FileRule
{
    private const string Word = "await";

    public override RuleDescriptor Descriptor { get; } = new(
        "AHOY0003",
        RuleCategory.Language,
        Severity.Error,
        "Await outside an async function",
        "'await' works only directly inside an async function: here {0}. Write 'async' before the function that this stands in.");

    public override void Check(FileContext file, FindingSink findings)
    {
        foreach (var error in file.Source.Errors)
        {
            if (error.Code == SyntaxErrorCode.AwaitOutsideAsync)
            {
                findings.Report(error.Start, error.End, "the runtime can't load this file, and every request would fail with status 500");
            }
        }

        // 'await (x)' is no syntax error: it calls a function of that name, which hardly ever is there.
        foreach (var call in file.Source.Mentions(Word) ? file.Source.Nodes.Calls : [])
        {
            if (call.Callee is Identifier { Name: Word } callee && file.Source.Scopes.IsFree(callee, Word))
            {
                findings.Report(callee, "it calls a function named 'await', which does not exist");
            }
        }
    }
}
