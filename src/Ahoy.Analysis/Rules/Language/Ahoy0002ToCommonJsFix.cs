using Ahoy.Analysis.Fixes;
using Ahoy.Analysis.Rules.Language.Modules;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Rules.Language;

/// <summary>Turns an ES module into the CommonJS that the runtime loads: the whole file at once, because half of it helps nobody.</summary>
internal sealed class Ahoy0002ToCommonJsFix : FileFixer
{
    private static readonly string[] s_namesOfCommonJs = ["require", "module", "exports"];

    public override string RuleId => "AHOY0002";

    public override IEnumerable<Fix> Offer(FixRequest request)
    {
        var edits = new EditList();
        if (CanBeCommonJs(request)
            && new ImportConverter(request, edits).ConvertAll()
            && new ExportConverter(request, edits).ConvertAll())
        {
            yield return new Fix("Convert the file to CommonJS", RuleId, edits.Edits);
        }
    }

    private static bool CanBeCommonJs(FixRequest request) =>
        !s_namesOfCommonJs.Any(name => request.Scopes.Root.Find(name) is not null)
        && !request.Nodes.Awaits.Any(found => request.Nodes.FunctionOf(found) is null)
        && !request.File.Program.DescendantsAndSelf().Any(node => node is MetaProperty { Meta.Name: "import" });
}
