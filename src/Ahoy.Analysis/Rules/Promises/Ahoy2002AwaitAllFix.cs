using Ahoy.Analysis.Fixes;
using Ahoy.Analysis.Fixes.Transformations;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Rules.Promises;

/// <summary>
/// Waits for the promises of an <c>async</c> function that an array method would drop: all at once by <c>Promise.all</c>, or one
/// after the other by a loop.
/// </summary>
internal sealed class Ahoy2002AwaitAllFix : FileFixer
{
    public override string RuleId => "AHOY2002";

    public override IEnumerable<Fix> Offer(FixRequest request)
    {
        if (ArrayCall.Find(request) is not { } call)
        {
            yield break;
        }

        if (WaitForAll(request, call) is { } all)
        {
            yield return new Fix("Wait for all with Promise.all", RuleId + ".all", all.Edits);
        }

        if (LoopRewriter.Rewrite(request, call) is { } loop)
        {
            yield return new Fix("Wait for one after the other in a loop", RuleId + ".loop", loop.Edits);
        }
    }

    private static EditList? WaitForAll(FixRequest request, ArrayCall call)
    {
        var edits = new EditList();
        if (!AsyncFunctions.AllowAwait(request, call.Call, edits))
        {
            return null;
        }

        return call.Method switch
        {
            "forEach" => call.WaitForAll(request, edits) ? edits : null,
            "some" or "every" or "findIndex" => OnResults(request, call, edits),
            "find" => Find(request, call, edits),
            "filter" => Filter(request, call, edits),
            _ => null,
        };
    }

    private static EditList? OnResults(FixRequest request, ArrayCall call, EditList edits)
    {
        // Without semicolons, a line that starts with a parenthesis would go on with the one before.
        if (request.Nodes.AncestorsOf(call.Call).OfType<ExpressionStatement>().Any(statement => statement.Start == call.Call.Start))
        {
            return null;
        }

        edits.Insert(call.Call.Start, "(await Promise.all(");
        call.RenameToMap(edits);
        return edits.Insert(call.Call.End, $")).{call.Method}(Boolean)");
    }

    private static EditList? Find(FixRequest request, ArrayCall call, EditList edits)
    {
        if (call.Member.Object is not Identifier items || request.Nodes.ParentOf(call.Call) is ExpressionStatement)
        {
            return null;
        }

        edits.Insert(call.Call.Start, $"{items.Name}[(await Promise.all(");
        call.RenameToMap(edits);
        return edits.Insert(call.Call.End, ")).findIndex(Boolean)]");
    }

    /// <summary>The answers are awaited in a statement before; the filter then only looks them up.</summary>
    private static EditList? Filter(FixRequest request, ArrayCall call, EditList edits)
    {
        var (layout, style) = (request.Layout, request.Style);
        if (call.Member.Object is not Identifier items
            || call.Call.Arguments.Count != 1
            || StatementToPrecede(request, call.Call) is not { } statement)
        {
            return null;
        }

        var answers = FreeName.For(request, "keep", "kept", "matches");
        var index = FreeName.For(request, "index", "position", "i");
        var item = FreeName.For(request, "_", "item", "entry");
        var declaration = $"const {answers} = await Promise.all({items.Name}.map({layout.TextOf(call.Function)}))";
        BlockEditor.InsertBefore(request, statement, declaration, edits);
        return edits.Replace(call.Function.Start, call.Function.End, $"({item}, {index}) => {answers}[{index}]");
    }

    /// <summary>The statement before which the answers can be awaited: nothing that is evaluated before the call may be skipped or changed by that.</summary>
    private static Statement? StatementToPrecede(FixRequest request, CallExpression call)
    {
        var parent = request.Nodes.ParentOf(call);
        if (parent is MemberExpression { Property: Identifier { Name: "length" } } or AwaitExpression)
        {
            parent = request.Nodes.ParentOf(parent);
        }

        var statement = parent switch
        {
            VariableDeclarator declarator when request.Nodes.ParentOf(declarator) is VariableDeclaration { Declarations.Count: 1 } declaration =>
                declaration,
            ReturnStatement or ExpressionStatement => (Statement)parent,
            _ => null,
        };
        return statement is not null && request.Nodes.ParentOf(statement) is BlockStatement ? statement : null;
    }
}
