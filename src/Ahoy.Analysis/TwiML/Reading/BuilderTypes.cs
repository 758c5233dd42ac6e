using Ahoy.Analysis.Engine;
using Ahoy.Analysis.Platform;
using Ahoy.JavaScript.Scopes;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.TwiML.Reading;

/// <summary>
/// Tells which expressions are objects of TwiML's builder, and of which element: through variables, chained calls, and functions of the file
/// that get or return one.
/// </summary>
/// <remarks>It takes notes while it answers: an instance belongs to whoever made it.</remarks>
internal sealed class BuilderTypes(SourceFile file)
{
    private const int MaxDepth = 64;

    private readonly Dictionary<Node, BuilderType?> _known = [];
    private readonly Dictionary<Binding, BuilderType?> _variables = [];
    private int _depth;

    /// <summary>The element that an expression stands for; null where it is something else, or not known.</summary>
    public BuilderType? Of(Node? expression)
    {
        var node = expression.Unchained();
        if (node is null or Literal or TemplateLiteral or IFunction or ObjectExpression || _depth == MaxDepth)
        {
            return null;
        }

        if (_known.TryGetValue(node, out var known))
        {
            return known;
        }

        // What depends on itself ends here.
        _known[node] = null;
        _depth++;
        var type = Find(node);
        _depth--;
        return _known[node] = type;
    }

    /// <summary>The kind of response that a class makes; null where an expression is no such class.</summary>
    public TwiMLKind? ClassOf(Node? callee)
    {
        var node = file.Constants.Follow(callee);
        var name = node switch
        {
            MemberExpression member => file.Constants.NameOf(member),
            Identifier identifier => NameOf(identifier),
            _ => null,
        };
        return name switch
        {
            "VoiceResponse" => TwiMLKind.Voice,
            "MessagingResponse" => TwiMLKind.Message,
            _ => null,
        };
    }

    /// <summary>What a name that a pattern or an import declares is called where it comes from: <c>const { VoiceResponse: Voice } = twiml</c>.</summary>
    private string? NameOf(Identifier identifier)
    {
        if (file.Scopes.BindingOf(identifier) is not { } variable || variable.Identifier is not { } declared)
        {
            return null;
        }

        return file.Nodes.ParentOf(declared) switch
        {
            Property property when variable.Declaration is VariableDeclarator => file.Constants.NameOf(property),
            ImportSpecifier { Imported: Identifier imported } => imported.Name,
            ImportDefaultSpecifier => declared.Name,
            VariableDeclarator { Init: CallExpression { Callee: Identifier { Name: "require" } } call } when file.Constants.TextOf(call.Arguments.ArgumentAt(0)) is { } module =>
                module.Substring(module.LastIndexOf('/') + 1),
            _ => null,
        };
    }

    private BuilderType? Find(Node node) => node switch
    {
        NewExpression created => ClassOf(created.Callee) is { } kind ? new BuilderType(kind, TwiMLSchema.Root) : null,
        CallExpression { Callee: MemberExpression member } call => OfMethod(member) ?? OfFunction(call),
        CallExpression call => OfFunction(call),
        AwaitExpression awaited => Of(awaited.Argument),
        Identifier name => file.Scopes.BindingOf(name) is { } variable ? OfKnownVariable(variable) : null,
        AssignmentExpression { Operator: "=" or "??=" or "||=" } assignment => Of(assignment.Right),
        ConditionalExpression choice => Of(choice.Consequent) ?? Of(choice.Alternate),
        LogicalExpression logical => Of(logical.Left) ?? Of(logical.Right),
        SequenceExpression sequence => Of(sequence.Expressions[sequence.Expressions.Count - 1]),
        _ => null,
    };

    private BuilderType? OfMethod(MemberExpression callee) =>
        file.Constants.NameOf(callee) is { } method && Of(callee.Object) is { } owner && owner.Schema.MethodsOf(owner.Tag).TryGetValue(method, out var tag)
            ? new BuilderType(owner.Kind, tag)
            : null;

    private BuilderType? OfFunction(CallExpression call)
    {
        if (file.Scopes.BindingOf(call.Callee) is not { IsConstant: true } variable
            || variable.Function is not { } function)
        {
            return null;
        }

        return function.Body is BlockStatement body ? ReturnsOf(body).Select(Of).FirstOrDefault(type => type is not null) : Of(function.Body);
    }

    private IEnumerable<Node?> ReturnsOf(BlockStatement body) =>
        body.DescendantsAndSelf().OfType<ReturnStatement>()
            .Where(end => ReferenceEquals(file.Nodes.FunctionOf(end)?.Body, body))
            .Select(end => (Node?)end.Argument);

    /// <summary>A variable is looked at once, however often it is used.</summary>
    private BuilderType? OfKnownVariable(Binding variable)
    {
        if (!_variables.TryGetValue(variable, out var known))
        {
            _variables[variable] = null;
            _variables[variable] = known = OfVariable(variable);
        }

        return known;
    }

    /// <summary>What all values of a variable agree on.</summary>
    private BuilderType? OfVariable(Binding variable)
    {
        if (variable is { Kind: BindingKind.Parameter, Declaration: IFunction function })
        {
            return OfParameter(function, variable);
        }

        BuilderType? type = null;
        foreach (var reference in variable.References)
        {
            if (!reference.IsWrite)
            {
                continue;
            }

            var value = file.Nodes.ParentOf(reference.Identifier) switch
            {
                VariableDeclarator { Init: { } init } declarator when ReferenceEquals(declarator.Id, reference.Identifier) => init,
                AssignmentExpression { Operator: "=" } assignment when ReferenceEquals(assignment.Left, reference.Identifier) => assignment.Right,
                _ => null,
            };
            if (value is NullLiteral or Identifier { Name: "undefined" })
            {
                continue;
            }

            if (Of(value) is not { } found || (type is { } other && other != found))
            {
                return null;
            }

            type = found;
        }

        return type;
    }

    private BuilderType? OfParameter(IFunction function, Binding variable)
    {
        for (var i = 0; i < function.Params.Count; i++)
        {
            if (!ReferenceEquals(function.Params[i].WithoutDefault(), variable.Identifier))
            {
                continue;
            }

            // What calls disagree on is not known.
            var types = LocalFunctions.Of(file).CallsOf(function)
                .Select(call => call.Arguments.ArgumentAt(i) is { } argument && !argument.IsIn((Node)function) ? Of(argument) : null)
                .Where(type => type is not null)
                .Distinct()
                .ToList();
            return types.Count == 1 ? types[0] : null;
        }

        return null;
    }
}
