using Ahoy.Analysis.Fixes;
using Ahoy.Analysis.Fixes.Transformations;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Rules.Project;

/// <summary>Loads an ES module by <c>await import()</c>, and takes of it what <c>require</c> would have given.</summary>
internal sealed class Ahoy4006DynamicImportFix : FileFixer
{
    public override string RuleId => "AHOY4006";

    public override IEnumerable<Fix> Offer(FixRequest request)
    {
        if (RequireCall(request) is not { } require)
        {
            yield break;
        }

        var edits = request.Scopes.EnclosingFunction(require) is null ? MoveIntoFunctions(request, require) : ImportInPlace(request, require);
        if (edits is not null)
        {
            yield return new Fix("Load the ES module with await import()", RuleId, edits.Edits);
        }
    }

    private static CallExpression? RequireCall(FixRequest request)
    {
        var call = request.Nearest<CallExpression>();
        return call is { Optional: false, Arguments.Count: 1 } && request.Scopes.IsFree(call.Callee, "require") ? call : null;
    }

    private static EditList? ImportInPlace(FixRequest request, CallExpression require)
    {
        var edits = new EditList();
        var startsStatement = request.Nodes.AncestorsOf(require).OfType<ExpressionStatement>().FirstOrDefault()?.Start == require.Start;
        if ((startsStatement && !request.Style.Semicolons) || !AsyncFunctions.AllowAwait(request, require, edits))
        {
            return null;
        }

        if (request.Nodes.ParentOf(require) is VariableDeclarator { Id: Identifier name } && IsCalled(request, name))
        {
            edits.Replace(name.Start, name.End, $"{{ default: {name.Name} }}");
            return edits.Replace(require.Start, require.End, Import(request, require));
        }

        return edits.Replace(require.Start, require.End, ValueOf(request, require));
    }

    private static EditList? MoveIntoFunctions(FixRequest request, CallExpression require)
    {
        var declarator = request.Nodes.AncestorsOf(require).OfType<VariableDeclarator>().FirstOrDefault();
        if (declarator is null
            || request.Nodes.ParentOf(declarator) is not VariableDeclaration { Declarations.Count: 1 } declaration
            || request.Nodes.ParentOf(declaration) is not Program
            || request.Layout.HasComment(declaration.Start, declaration.End))
        {
            return null;
        }

        var names = request.Scopes.Root.Bindings.Where(binding => ReferenceEquals(binding.Declaration, declarator)).ToList();
        var edits = new EditList();
        return FunctionImports.Move(request, declaration, names, StatementFor(request, declarator, require), edits) ? edits : null;
    }

    private static string StatementFor(FixRequest request, VariableDeclarator declarator, CallExpression require)
    {
        if (declarator.Id is Identifier name && ReferenceEquals(declarator.Init, require) && IsCalled(request, name))
        {
            return $"const {{ default: {name.Name} }} = {Import(request, require)}";
        }

        var value = declarator.Init!;
        return "const " + request.Layout.TextOf(declarator.Id) + " = "
            + request.Text.Substring(value.Start, require.Start - value.Start)
            + ValueOf(request, require)
            + request.Text.Substring(require.End, value.End - require.End);
    }

    private static string Import(FixRequest request, CallExpression require) =>
        $"await import({request.Layout.TextOf(require.Arguments[0])})";

    /// <summary>What stands for the call, by what is done with its value.</summary>
    private static string ValueOf(FixRequest request, CallExpression require)
    {
        var import = Import(request, require);
        return request.Nodes.ParentOf(require) switch
        {
            // Names taken out of a module are its exports of these names.
            VariableDeclarator { Id: ObjectPattern } => import,
            MemberExpression member when ReferenceEquals(member.Object, require) => $"({import})",
            CallExpression call when ReferenceEquals(call.Callee, require) => $"({import}).default",
            NewExpression created when ReferenceEquals(created.Callee, require) => $"({import}).default",

            // Before a package became an ES module, its default export was most often all that it exported.
            _ => $"{import}.then({request.Style.ArrowParameter("module")} => module.default ?? module)",
        };
    }

    private static bool IsCalled(FixRequest request, Identifier name) =>
        request.Scopes.BindingOf(name) is { } binding
        && binding.References.Any(reference => IsCallee(request, reference.Identifier));

    private static bool IsCallee(FixRequest request, Identifier name) => request.Nodes.ParentOf(name) switch
    {
        CallExpression call => ReferenceEquals(call.Callee, name),
        NewExpression created => ReferenceEquals(created.Callee, name),
        TaggedTemplateExpression tagged => ReferenceEquals(tagged.Tag, name),
        _ => false,
    };
}
