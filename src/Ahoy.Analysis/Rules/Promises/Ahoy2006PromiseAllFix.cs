using Ahoy.Analysis.Fixes;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Rules.Promises;

/// <summary>Waits for all promises of an array.</summary>
internal sealed class Ahoy2006PromiseAllFix : FileFixer
{
    public override string RuleId => "AHOY2006";

    public override IEnumerable<Fix> Offer(FixRequest request)
    {
        if (request.Nodes.Awaits.FirstOrDefault(found => found.Start == request.Start) is { Argument: var list })
        {
            var edits = new EditList();
            var text = request.File.Text;
            if (list is not SequenceExpression && text[list.Start - 1] == '(' && text[list.End] == ')' && text[list.Start - 2] == ' ')
            {
                // The parentheses that are there already serve the call.
                edits.Insert(list.Start - 1, "Promise.all");
            }
            else
            {
                edits.Insert(list.Start, "Promise.all(").Insert(list.End, ")");
            }

            yield return new Fix("Wait for all with Promise.all", RuleId + ".all", edits.Edits);
        }
    }
}
