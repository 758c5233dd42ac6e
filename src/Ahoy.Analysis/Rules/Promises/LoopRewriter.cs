using Ahoy.Analysis.Fixes;
using Ahoy.Analysis.Fixes.Transformations;
using Ahoy.JavaScript.Scopes;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Rules.Promises;

/// <summary>Makes a <c>for…of</c> of <c>items.forEach(async (item) => { … })</c>.</summary>
internal static class LoopRewriter
{
    /// <summary>The edits; null where the loop would not do the same.</summary>
    public static EditList? Rewrite(FixRequest request, ArrayCall call)
    {
        var edits = new EditList();
        if (call.Method != "forEach"
            || call.Function is not IFunction function
            || call.Call.Arguments.Count != 1
            || function.Params.Count is 0 or > 2
            || StatementOf(request, call.Call) is not { } statement
            || !CanBeLoopBody(request, call, function)
            || !AsyncFunctions.AllowAwait(request, call.Call, edits)
            || Body(request, statement, function) is not { } body)
        {
            return null;
        }

        return edits.Replace(statement.Start, statement.End, Head(request, call, function) + body);
    }

    /// <summary>The statement that is nothing but the call, or the call with an <c>await</c> that waits for nothing.</summary>
    private static ExpressionStatement? StatementOf(FixRequest request, CallExpression call)
    {
        var parent = request.Nodes.ParentOf(call);
        return (parent is AwaitExpression ? request.Nodes.ParentOf(parent) : parent) as ExpressionStatement;
    }

    private static bool CanBeLoopBody(FixRequest request, ArrayCall call, IFunction function)
    {
        var layout = request.Layout;
        var receiver = call.Member.Object;
        var scope = request.Scopes.ScopeOf((Node)function);
        var itemNames = scope?.Bindings.Where(binding => binding.Kind == BindingKind.Parameter).Select(binding => binding.Name).ToList() ?? [];
        return function.Id is null
            && function.Params.All(parameter => parameter is Identifier or ObjectPattern or ArrayPattern)
            && !layout.HasComment(receiver.End, function.Body.Start)
            && !layout.HasComment(function.Body.End, call.Call.End)
            && !receiver.DescendantsAndSelf().OfType<Identifier>().Any(name => itemNames.Contains(name.Name))
            && !Returns.OwnNodes(function).Any(node => IsOnlyForFunctions(node, function))
            && Returns.In(function).All(found => found.Argument is null && !IsInInnerLoop(request, found, function))
            && !(scope is not null && itemNames.Exists(name => IsReassigned(scope, name)));
    }

    /// <summary>What means something else, or nothing, outside of the function.</summary>
    private static bool IsOnlyForFunctions(Node node, IFunction function) => node switch
    {
        ThisExpression => function is FunctionExpression,
        Identifier { Name: "arguments" } => true,
        VariableDeclaration { Kind: VariableDeclarationKind.Var } => true,
        FunctionDeclaration => true,
        Directive => true,
        _ => false,
    };

    private static bool IsReassigned(Scope scope, string name) => scope.Find(name) is { IsConstant: false };

    private static bool IsInInnerLoop(FixRequest request, Node node, IFunction function) =>
        request.Nodes.AncestorsOf(node)
            .TakeWhile(above => !ReferenceEquals(above, function))
            .Any(above => above is ForStatement or ForInStatement or ForOfStatement or WhileStatement or DoWhileStatement or LabeledStatement);

    private static string Head(FixRequest request, ArrayCall call, IFunction function)
    {
        var items = request.Layout.TextOf(call.Member.Object);
        var item = request.Layout.TextOf(function.Params[0]);
        if (function.Params.Count == 2)
        {
            // Right for arrays, Maps and Sets alike.
            return $"for (const [{request.Layout.TextOf(function.Params[1])}, {item}] of {items}.entries()) ";
        }

        return $"for (const {item} of {items}{(call.IsOnMapOrSet(request) ? ".values()" : string.Empty)}) ";
    }

    private static string? Body(FixRequest request, ExpressionStatement statement, IFunction function)
    {
        var (layout, style) = (request.Layout, request.Style);
        var indentation = layout.IndentationOf(statement.Start);
        if (function.Body is BlockStatement block)
        {
            var text = new EditList();
            foreach (var found in Returns.In(function))
            {
                text.Replace(found.Start, found.Start + "return".Length, "continue");
            }

            return Indentation.Move(request, block, text, indentation);
        }

        var value = (Expression)function.Body;
        var awaited = value is AwaitExpression ? layout.TextOf(value) : value is CallExpression ? "await " + layout.TextOf(value) : null;
        return awaited is null
            ? null
            : "{" + style.NewLine + indentation + style.Indent + awaited + style.Semicolon + style.NewLine + indentation + "}";
    }
}
