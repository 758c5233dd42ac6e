using Ahoy.Analysis.Engine;
using Ahoy.JavaScript.Scopes;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Platform.Tracking;

/// <summary>
/// Tells which expressions carry text that the request brought, as it is: through variables, templates, methods that keep it, and functions of
/// the file. What makes something else of it (a number, a look-up, an escape) carries it no further, and neither does what is not known.
/// </summary>
/// <remarks>It takes notes while it answers: make one for each check.</remarks>
internal sealed class RequestInput
{
    private const int MaxDepth = 48;

    private static readonly HashSet<string> s_keeping = new(StringComparer.Ordinal)
    {
        "trim", "trimStart", "trimEnd", "toLowerCase", "toUpperCase", "toLocaleLowerCase", "toLocaleUpperCase", "slice", "substring", "substr", "concat",
        "toString", "normalize", "padStart", "padEnd", "split", "join", "reverse", "at", "charAt", "valueOf", "repeat", "pop", "shift",
    };

    private static readonly HashSet<string> s_functions = new(StringComparer.Ordinal) { "String", "decodeURIComponent", "decodeURI", "unescape" };

    private readonly SourceFile _file;
    private readonly ParameterValues _event;
    private readonly Dictionary<Node, InputSource?> _known = [];
    private readonly Dictionary<Binding, InputSource?> _variables = [];
    private int _depth;

    public RequestInput(SourceFile file)
    {
        _file = file;
        _event = ParameterValues.Event(file);
    }

    /// <summary>The parameter whose text an expression carries; null where it carries none, or that is not known.</summary>
    public InputSource? Of(Node? expression)
    {
        var node = expression.Unchained();
        if (node is null or Literal or IFunction || _depth == MaxDepth)
        {
            return null;
        }

        if (_known.TryGetValue(node, out var known))
        {
            return known;
        }

        _known[node] = null;
        _depth++;
        var source = Find(node);
        _depth--;
        return _known[node] = source;
    }

    /// <summary>Whether an expression is the object that has all parameters.</summary>
    public bool IsEvent(Node? expression) => _event.Is(expression);

    private InputSource? Find(Node node) => node switch
    {
        Identifier name => _file.Scopes.BindingOf(name) is { } variable ? OfVariable(name, variable) : null,
        MemberExpression member => OfMember(member),
        TemplateLiteral template => First(template.Expressions),
        BinaryExpression { Operator: "+" } sum => Of(sum.Left) ?? Of(sum.Right),
        LogicalExpression { Operator: "&&" } both => Of(both.Right),
        LogicalExpression either => Of(either.Left) ?? Of(either.Right),
        ConditionalExpression choice => Of(choice.Consequent) ?? Of(choice.Alternate),
        AssignmentExpression { Operator: "=" or "+=" or "||=" or "??=" } assignment => Of(assignment.Right),
        AwaitExpression awaited => Of(awaited.Argument),
        SequenceExpression sequence => Of(sequence.Expressions[sequence.Expressions.Count - 1]),
        ArrayExpression list => First(list.Elements.OfType<Node>()),
        SpreadElement spread => Of(spread.Argument),
        CallExpression call => OfCall(call),
        _ => null,
    };

    private InputSource? First(IEnumerable<Node> nodes) => nodes.Select(Of).FirstOrDefault(source => source is not null);

    private InputSource? OfMember(MemberExpression member)
    {
        if (_event.Is(member.Object))
        {
            return _file.Constants.NameOf(member) is { } name ? new InputSource(name, member) : null;
        }

        return _file.Constants.NameOf(member) is "length" or "size" ? null : Of(member.Object);
    }

    /// <summary>A variable is looked at once, however often it is used.</summary>
    private InputSource? OfVariable(Identifier name, Binding variable)
    {
        if (!_variables.TryGetValue(variable, out var known))
        {
            _variables[variable] = null;
            _variables[variable] = known = OfVariable(variable);
        }

        return known?.By(name);
    }

    private InputSource? OfVariable(Binding variable)
    {
        if (variable.Identifier is not { } declared)
        {
            return null;
        }

        if (variable is { Kind: BindingKind.Parameter, Declaration: IFunction function })
        {
            return OfParameter(function, variable, declared);
        }

        var source = variable.Declaration is VariableDeclarator { Id: ObjectPattern } ? OfPattern(declared) : null;
        foreach (var reference in variable.References)
        {
            source ??= _file.Nodes.ParentOf(reference.Identifier) switch
            {
                VariableDeclarator { Init: { } init } declarator when ReferenceEquals(declarator.Id, reference.Identifier) => Of(init),
                AssignmentExpression assignment when ReferenceEquals(assignment.Left, reference.Identifier) => Of(assignment.Right),
                _ => null,
            };
        }

        return source;
    }

    /// <summary>What a name in a pattern takes out of the event, or out of what came with it.</summary>
    private InputSource? OfPattern(Identifier declared)
    {
        var (property, value) = PropertyOf(declared);
        if (property is null || value is null)
        {
            return null;
        }

        return _event.Is(value)
            ? _file.Constants.NameOf(property) is { } name ? new InputSource(name, declared) : null
            : Of(value);
    }

    private (Property? Property, Node? Value) PropertyOf(Identifier declared)
    {
        Property? first = null;
        Node child = declared;
        foreach (var parent in _file.Nodes.AncestorsOf(declared))
        {
            switch (parent)
            {
                case Property property:
                    first = property;
                    break;
                case AssignmentPattern or ObjectPattern:
                    break;
                case VariableDeclarator declarator when ReferenceEquals(declarator.Id, child):
                    return (first, declarator.Init);
                default:
                    return (null, null);
            }

            child = parent;
        }

        return (null, null);
    }

    private InputSource? OfParameter(IFunction function, Binding variable, Identifier declared)
    {
        for (var i = 0; i < function.Params.Count; i++)
        {
            var pattern = function.Params[i].WithoutDefault();
            if (pattern is ObjectPattern taken && declared.IsIn(taken))
            {
                var property = taken.Properties.OfType<Property>().FirstOrDefault(member => ReferenceEquals(member.Value.WithoutDefault(), declared));
                return _event.OfParameter(function, i) == 0 && property is not null && _file.Constants.NameOf(property) is { } name ? new InputSource(name, declared) : null;
            }

            if (ReferenceEquals(pattern, declared) && variable.IsConstant)
            {
                return First(LocalFunctions.Of(_file).CallsOf(function).Select(call => (Node?)call.Arguments.ArgumentAt(i)).OfType<Node>().Where(argument => !argument.IsIn((Node)function)));
            }
        }

        return null;
    }

    private InputSource? OfCall(CallExpression call)
    {
        if (call.Callee.Unchained() is MemberExpression callee)
        {
            var method = _file.Constants.NameOf(callee);
            return method is "replace" or "replaceAll" ? ReplacedBy(call) ? null : Of(callee.Object)
                : method == "stringify" && _file.Scopes.IsFree(callee.Object, "JSON") ? Of(call.Arguments.ArgumentAt(0))
                : method is not null && s_keeping.Contains(method) ? Of(callee.Object) ?? (method == "concat" ? First(call.Arguments) : null)
                : null;
        }

        if (call.Callee is Identifier { Name: var name } global && s_functions.Contains(name) && _file.Scopes.BindingOf(global) is null)
        {
            return Of(call.Arguments.ArgumentAt(0));
        }

        return _file.Scopes.BindingOf(call.Callee) is { IsConstant: true } variable && variable.Function is { } function && !Escapes(function)
            ? OfReturned(function)
            : null;
    }

    private InputSource? OfReturned(IFunction function) => function.Body is not BlockStatement body
        ? Of(function.Body)
        : First(body.DescendantsAndSelf().OfType<ReturnStatement>()
            .Where(end => end.Argument is not null && ReferenceEquals(_file.Nodes.FunctionOf(end), function))
            .Select(end => (Node)end.Argument!));

    /// <summary>Whether a function replaces what markup is made of: its text names both entities.</summary>
    private bool Escapes(IFunction function)
    {
        var text = _file.Text.Substring(function.Start, function.End - function.Start);
        return text.IndexOf("&lt;", StringComparison.Ordinal) >= 0 && text.IndexOf("&amp;", StringComparison.Ordinal) >= 0;
    }

    /// <summary>Whether a chain of replacements leaves nothing of markup: it names both characters, or keeps only what it lists.</summary>
    private bool ReplacedBy(CallExpression call)
    {
        var patterns = string.Empty;
        for (Node? link = call; link is CallExpression { Callee: MemberExpression callee } current && _file.Constants.NameOf(callee) is "replace" or "replaceAll"; link = callee.Object.Unchained())
        {
            var pattern = current.Arguments.ArgumentAt(0);
            var text = pattern is null ? string.Empty : _file.Text.Substring(pattern.Start, pattern.End - pattern.Start);
            if (pattern is RegExpLiteral && (text.IndexOf("\\D", StringComparison.Ordinal) >= 0 || text.IndexOf("\\W", StringComparison.Ordinal) >= 0
                || (text.IndexOf("[^", StringComparison.Ordinal) is var negated and >= 0 && text.IndexOf('<', negated) < 0)))
            {
                return true;
            }

            patterns += text;
        }

        return patterns.IndexOf('<') >= 0;
    }
}
