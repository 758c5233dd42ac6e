using Ahoy.Analysis.Engine;
using Ahoy.JavaScript.Scopes;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Platform;

/// <summary>Which calls in the file call a function of the file by its name.</summary>
internal sealed class LocalFunctions
{
    private readonly SourceFile _file;

    private LocalFunctions(SourceFile file) => _file = file;

    public static LocalFunctions Of(SourceFile file) => file.Get(static source => new LocalFunctions(source));

    /// <summary>The calls of a function; none where it has no name, or what the name stands for may change.</summary>
    public IEnumerable<CallExpression> CallsOf(IFunction function)
    {
        if (VariableOf(function) is not { } variable)
        {
            yield break;
        }

        foreach (var reference in variable.References)
        {
            if (_file.Nodes.ParentOf(reference.Identifier) is CallExpression call && ReferenceEquals(call.Callee, reference.Identifier))
            {
                yield return call;
            }
        }
    }

    private Binding? VariableOf(IFunction function)
    {
        var name = function is FunctionDeclaration { Id: { } declared }
            ? declared
            : _file.Nodes.ParentOf((Node)function) is VariableDeclarator { Id: Identifier variable } ? variable : null;
        return _file.Scopes.BindingOf(name) is { IsConstant: true } binding ? binding : null;
    }
}
