using Ahoy.Analysis.Fixes;
using Ahoy.Analysis.Fixes.Transformations;

namespace Ahoy.Analysis.Rules.Language;

/// <summary>Makes the handler <c>async</c>, so that it may <c>await</c>.</summary>
internal sealed class Ahoy0003MakeAsyncFix : FileFixer
{
    public override string RuleId => "AHOY0003";

    /// <summary>The finding is a syntax error itself. Where the file has another one, the tree may not be what is meant.</summary>
    public override bool NeedsValidFile => false;

    public override IEnumerable<Fix> Offer(FixRequest request)
    {
        var edits = new EditList();
        if (request.File.Source.Errors.All(error => error.Code == JavaScript.SyntaxErrorCode.AwaitOutsideAsync)
            && AsyncFunctions.AllowAwait(request, request.Node, edits)
            && edits.Edits.Count > 0)
        {
            yield return new Fix("Make the function async", RuleId, edits.Edits);
        }
    }
}
