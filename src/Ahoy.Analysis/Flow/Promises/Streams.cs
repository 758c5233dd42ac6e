using Ahoy.Analysis.Flow.Origins;
using Ahoy.JavaScript.Scopes;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Flow.Promises;

/// <summary>Recognises what has the methods of an array and is none.</summary>
internal static class Streams
{
    private static readonly HashSet<string> s_makers =
    [
        "createReadStream", "pipe", "pipeline", "createInterface", "stream", "Readable", "Transform", "Duplex", "PassThrough", "compose", "lodash", "chain", "collection",
    ];

    /// <summary>Whether an expression is made by a call that gives streams or other objects of a library.</summary>
    public static bool IsStream(Node expression, OriginFinder origins)
    {
        switch (expression)
        {
            case ChainExpression chain:
                return IsStream(chain.Expression, origins);
            case Identifier identifier:
                return IsLibraryName(identifier.Name, origins, identifier)
                    || (origins.Scopes.BindingOf(identifier)?.ConstantValue is { } value && IsStream(value, origins));
            case AwaitExpression awaited:
                return IsStream(awaited.Argument, origins);
            case CallExpression call:
                return call.Callee switch
                {
                    MemberExpression { Computed: false, Property: Identifier name } member => s_makers.Contains(name.Name) || IsStream(member.Object, origins),
                    Identifier name => s_makers.Contains(name.Name),
                    _ => false,
                };
            case NewExpression { Callee: MemberExpression { Property: Identifier name } }:
                return s_makers.Contains(name.Name);
            case MemberExpression member:
                return member is { Computed: false, Property: Identifier owner } && s_makers.Contains(owner.Name);
            default:
                return false;
        }
    }

    /// <summary>Libraries whose functions have an array's names and take the array as an argument.</summary>
    private static bool IsLibraryName(string name, OriginFinder origins, Identifier identifier) =>
        name is "_" or "lodash" or "async" or "Readable" or "Promise" or "Bluebird"
        && (origins.Scopes.BindingOf(identifier) is not { } binding
            || binding.Kind == BindingKind.Import
            || binding.Declaration is VariableDeclarator { Init: CallExpression { Callee: Identifier { Name: "require" } } });
}
