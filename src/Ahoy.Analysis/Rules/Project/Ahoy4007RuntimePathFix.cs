using Ahoy.Analysis.Fixes;
using Ahoy.Analysis.Platform;
using Ahoy.Analysis.Platform.Modules;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Rules.Project;

/// <summary>Asks the runtime where a private Function or Asset lies, instead of taking it to lie beside this file.</summary>
internal sealed class Ahoy4007RuntimePathFix : FileFixer
{
    public override string RuleId => "AHOY4007";

    public override IEnumerable<Fix> Offer(FixRequest request)
    {
        var literal = request.Node is TemplateElement ? request.Nodes.ParentOf(request.Node)! : request.Node;
        if (literal is not (StringLiteral or TemplateLiteral)
            || request.File.Source.Constants.TextOf(literal) is not { } specifier
            || RelativeModule.Find(request.File, specifier) is not { Visibility: Visibility.Private } target)
        {
            yield break;
        }

        var path = PathOf(request.Style, target);
        var edits = new EditList();
        if (request.Nodes.ParentOf(literal) is ImportExpression)
        {
            // import() takes addresses, of which an absolute path is one on some systems only.
            edits.Replace(literal.Start, literal.End, $"`file://${{{path}}}`");
        }
        else
        {
            edits.Replace(literal.Start, literal.End, path);
        }

        var what = target.Kind == ResourceKind.Function ? "Runtime.getFunctions()" : "Runtime.getAssets()";
        yield return new Fix($"Load it through {what}", RuleId, edits.Edits);
    }

    private static string PathOf(CodeStyle style, ProjectResource target) => target.Kind == ResourceKind.Function
        ? $"Runtime.getFunctions()[{style.Quoted(target.Path.TrimStart('/'))}].path"
        : $"Runtime.getAssets()[{style.Quoted(target.Path)}].path";
}
