using Ahoy.Analysis.Engine;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Platform.Tracking;

/// <summary>
/// Finds what may turn a request away for more than being incomplete: a condition that depends on anything but the parameters' presence
/// and form, or a call that is given them and may throw or answer no. What is not known may.
/// </summary>
internal sealed class Refusals
{
    private static readonly HashSet<string> s_formMethods = new(StringComparer.Ordinal)
    {
        "trim", "toLowerCase", "toUpperCase", "toString", "slice", "substring", "substr", "split", "startsWith", "endsWith", "match", "test", "charAt", "replace", "replaceAll",
        "isArray", "isInteger", "isNaN", "keys", "search", "padStart", "padEnd", "join", "concat", "exec", "stringify", "parse",
    };

    private static readonly HashSet<string> s_formFunctions = new(StringComparer.Ordinal) { "Number", "String", "Boolean", "parseInt", "parseFloat", "isNaN", "encodeURIComponent", "decodeURIComponent" };

    private static readonly HashSet<string> s_harmless = new(StringComparer.Ordinal) { "console", "JSON", "Object", "Array", "Math", "Date", "Twilio" };

    private readonly SourceFile _file;
    private readonly RequestInput _input;
    private readonly List<(Node Place, Node? Owner)> _all = [];
    private readonly Dictionary<Node, bool> _forms = [];

    public Refusals(SourceFile file, RequestInput input)
    {
        _file = file;
        _input = input;
        foreach (var node in file.Program.DescendantsAndSelf())
        {
            if (TestOf(node) is { } test && !IsOfForm(test))
            {
                _all.Add((test, Leaves(node) ? null : node));
            }
        }

        _all.AddRange(file.Nodes.Calls.Where(MayRefuse).Select(call => ((Node)call, (Node?)null)));
        _all.AddRange(HeaderReads.Of(file).All.Select(read => (read.Reader, (Node?)null)));
    }

    /// <summary>Whether one stands before a call, or around it: in its function, or in another one, whose place says nothing about the order.</summary>
    public bool CanPrecede(CallExpression call)
    {
        var function = _file.Nodes.FunctionOf(call);
        return _all.Exists(refusal =>
            !refusal.Place.IsIn(call) && !call.IsIn(refusal.Place)
            && (refusal.Owner is null || call.IsIn(refusal.Owner) || Calls(refusal.Owner, call))
            && (refusal.Place.Start < call.Start || !ReferenceEquals(_file.Nodes.FunctionOf(refusal.Place), function))
            && !IsBehind(call, refusal.Place));
    }

    /// <summary>Whether a function around a call is named in something: what decides about that decides about what the function does.</summary>
    private bool Calls(Node owner, CallExpression call) => owner.DescendantsAndSelf().OfType<Identifier>().Any(name =>
        _file.Scopes.BindingOf(name) is { } variable && variable.Function is Node function && call.IsIn(function));

    /// <summary>The condition that a statement or an expression decides by.</summary>
    private Node? TestOf(Node node) => node switch
    {
        IfStatement choice => choice.Test,
        SwitchStatement choice => choice.Discriminant,
        ConditionalExpression choice => choice.Test,
        LogicalExpression { Operator: "&&" or "||" } logical => logical.Left,
        _ => null,
    };

    /// <summary>Whether a statement ends the function on one of its arms; else it decides only about what stands in it.</summary>
    private bool Leaves(Node node) => node.DescendantsAndSelf().Any(inner =>
        inner is ReturnStatement or ThrowStatement && ReferenceEquals(_file.Nodes.FunctionOf(inner), _file.Nodes.FunctionOf(node)));

    /// <summary>Whether something is a continuation of the call: <c>create(…).then((message) => …)</c>.</summary>
    private bool IsBehind(CallExpression call, Node refusal) =>
        refusal.Start > call.End
        && _file.Nodes.AncestorsOf(call).TakeWhile(above => above is MemberExpression or CallExpression or AwaitExpression or ChainExpression)
            .Any(above => refusal.IsIn(above));

    /// <summary>Whether a condition asks for no more than that parameters are there and well-formed.</summary>
    private bool IsOfForm(Node? node)
    {
        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (node.Unchained())
        {
            case null or Literal or RegExpLiteral or IFunction:
                return true;
            case Identifier name:
                return name.Name == "undefined" || _input.IsEvent(name) || _input.Of(name) is not null || IsForm(_file.Scopes.BindingOf(name)?.ConstantValue) || IsOfRequest(name);
            case MemberExpression member:
                return _input.IsEvent(member.Object) || _input.Of(member) is not null || (_file.Constants.NameOf(member) == "length" && IsOfForm(member.Object));
            case UnaryExpression unary:
                return IsOfForm(unary.Argument);
            case BinaryExpression { Operator: "in" } within:
                return _input.IsEvent(within.Right);
            case BinaryExpression binary:
                return IsOfForm(binary.Left) && IsOfForm(binary.Right) && !ComparesWithSecret(binary);
            case LogicalExpression logical:
                return IsOfForm(logical.Left) && IsOfForm(logical.Right);
            case ConditionalExpression choice:
                return IsOfForm(choice.Test) && IsOfForm(choice.Consequent) && IsOfForm(choice.Alternate);
            case TemplateLiteral template:
                return template.Expressions.All(IsOfForm);
            case CallExpression call:
                return IsFormCall(call);
            default:
                return false;
        }
    }

    private bool IsForm(Node? value)
    {
        if (value is null or Identifier)
        {
            return false;
        }

        if (!_forms.TryGetValue(value, out var known))
        {
            _forms[value] = false;
            _forms[value] = known = IsOfForm(value);
        }

        return known;
    }

    /// <summary>A variable of the REST call's own result or error (<c>catch (error)</c>) says nothing about who asks.</summary>
    private bool IsOfRequest(Identifier name) => _file.Scopes.BindingOf(name) is { Declaration: CatchClause };

    /// <summary>A parameter that is compared with a certain text may well be the secret: <c>event.key === 'abc'</c>.</summary>
    private static bool ComparesWithSecret(BinaryExpression binary) =>
        binary.Operator is "===" or "==" or "!==" or "!=" && (binary.Left is StringLiteral { Value.Length: > 0 } || binary.Right is StringLiteral { Value.Length: > 0 })
        && binary.Left is not UnaryExpression { Operator: "typeof" } && binary.Right is not UnaryExpression { Operator: "typeof" };

    private bool IsFormCall(CallExpression call) => call.Callee.Unchained() switch
    {
        Identifier name => _file.Scopes.BindingOf(name) is not { } variable
            ? s_formFunctions.Contains(name.Name) && call.Arguments.All(IsOfForm)
            : variable.Function is { Async: false } function && variable.IsConstant && AsksForForm(function),
        MemberExpression callee => _file.Constants.NameOf(callee) is { } method && s_formMethods.Contains(method)
            && (IsOfForm(callee.Object) || _file.Constants.Follow(callee.Object) is RegExpLiteral || callee.Object is Identifier { Name: var owner } && s_harmless.Contains(owner))
            && call.Arguments.All(IsOfForm),
        _ => false,
    };

    /// <summary>Whether a function of the file answers by the form of what it gets alone.</summary>
    private bool AsksForForm(IFunction function)
    {
        var node = (Node)function;
        if (!_forms.TryGetValue(node, out var known))
        {
            // A function that calls itself is not known.
            _forms[node] = false;
            _forms[node] = known = function.Body is BlockStatement body
                ? body.DescendantsAndSelf().OfType<ReturnStatement>().All(end => IsOfForm(end.Argument))
                : IsOfForm(function.Body);
        }

        return known;
    }

    /// <summary>Whether a call gets parameters or the event, and is none that only looks at them or sends them.</summary>
    private bool MayRefuse(CallExpression call)
    {
        if (!call.Arguments.Any(argument => _input.IsEvent(argument) || _input.Of(argument) is not null))
        {
            return false;
        }

        return call.Callee.Unchained() switch
        {
            Identifier name => !IsFormCall(call) && !IsCallback(name) && !IsOwn(name),
            MemberExpression callee => !(_file.Constants.NameOf(callee) is { } method && (s_formMethods.Contains(method) || method is "create" or "setBody" or "push" or "say" or "message"))
                && !(callee.Object is Identifier { Name: var owner } && s_harmless.Contains(owner)),
            _ => true,
        };
    }

    private bool IsCallback(Identifier name) => ParameterValues.Callback(_file).Is(name);

    /// <summary>A function of the file is looked into: what it asks stands among the conditions.</summary>
    private bool IsOwn(Identifier name) =>
        _file.Scopes.BindingOf(name) is { IsConstant: true } variable && variable.Function is not null;
}
