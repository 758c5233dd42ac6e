using Ahoy.Analysis.Engine;
using Ahoy.JavaScript.Scopes;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Platform;

/// <summary>
/// Finds what a bundle exports as its handler: bundlers put each module into a function, whose parameters stand for <c>module</c> and
/// <c>exports</c>, or give what a module exports by a table of getters.
/// </summary>
internal sealed class BundledExports(SourceFile file)
{
    private readonly ScopeTree _scopes = file.Scopes;
    private readonly ConstantValues _constants = file.Constants;

    /// <summary>The values that are exported by a name, with what exports each.</summary>
    public IEnumerable<(Node Value, Node Export)> Find(string name)
    {
        foreach (var call in file.Nodes.Calls)
        {
            foreach (var found in InTable(call, name))
            {
                yield return found;
            }
        }

        foreach (var assignment in file.Nodes.Assignments)
        {
            if (assignment.Left is not MemberExpression target)
            {
                continue;
            }

            if (_constants.NameOf(target) == name && IsExports(target.Object))
            {
                yield return (assignment.Right, assignment);
            }
            else if (_constants.NameOf(target) == "exports" && IsOfModule(target.Object) && _constants.Follow(assignment.Right) is ObjectExpression literal)
            {
                foreach (var property in literal.Properties.OfType<Property>().Where(property => _constants.NameOf(property) == name))
                {
                    yield return (property.Value, property);
                }
            }
        }
    }

    /// <summary>Whether the object that a variable holds may get members where they are not seen: it is passed on, or has another name.</summary>
    public static bool IsShared(Binding variable, SourceFile file) => variable.References.Any(reference =>
        reference.IsRead
        && file.Nodes.ParentOf(reference.Identifier) is CallExpression or VariableDeclarator or Property or ArrayExpression or NewExpression or ReturnStatement);

    /// <summary><c>__export(entry_exports, { handler: () => handler })</c>, <c>require.d(exports, …)</c>: all bundlers' tables look like this.</summary>
    private IEnumerable<(Node Value, Node Export)> InTable(CallExpression call, string name)
    {
        if (call.Arguments.Count != 2 || call.Arguments[0] is not (Identifier or MemberExpression) || call.Arguments[1] is not ObjectExpression table)
        {
            yield break;
        }

        foreach (var property in table.Properties.OfType<Property>())
        {
            if (_constants.NameOf(property) == name && property.Value is IFunction { Params.Count: 0, Async: false, Generator: false } getter && Returned(getter) is { } value)
            {
                yield return (value, property);
            }
        }
    }

    /// <summary>The expression that a function is there to give.</summary>
    public static Node? Returned(IFunction getter) => getter.Body switch
    {
        BlockStatement { Body: { Count: 1 } only } => (only[0] as ReturnStatement)?.Argument,
        BlockStatement => null,
        var value => value,
    };

    /// <summary>Whether an expression stands for the exports of a module in the bundle.</summary>
    private bool IsExports(Node node) => node switch
    {
        Identifier name => IsModuleParameter(name)
            || (_scopes.BindingOf(name)?.ConstantValue is Identifier other && _scopes.BindingOf(other) is { Declaration: VariableDeclarator { Init: ObjectExpression { Properties.Count: 0 } } }),
        MemberExpression member => _constants.NameOf(member) == "exports" && IsOfModule(member.Object),
        _ => false,
    };

    private bool IsOfModule(Node node) => node is Identifier name && IsModuleParameter(name);

    /// <summary>Whether a name is a parameter of a function that is kept in a table of functions, as bundlers keep modules.</summary>
    private bool IsModuleParameter(Identifier name) =>
        _scopes.BindingOf(name) is { Kind: BindingKind.Parameter, Declaration: IFunction module }
        && file.Nodes.ParentOf((Node)module) is Property or ArrayExpression;
}
