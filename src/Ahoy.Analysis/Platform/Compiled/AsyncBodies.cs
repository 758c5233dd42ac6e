using Ahoy.Analysis.Engine;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Platform.Compiled;

/// <summary>
/// Knows what compilers make of <c>async</c> functions for engines without: the function becomes a generator, or a function cut into steps,
/// and is given to a helper that runs it and makes a promise for its end. Helpers of the file are known by what they do, whatever their
/// name; those of a package by its name.
/// </summary>
internal sealed class AsyncBodies
{
    private static readonly HashSet<string> s_awaiters = ["__awaiter", "__async"];
    private static readonly HashSet<string> s_wrappers = ["_asyncToGenerator", "_async_to_generator", "asyncToGenerator"];

    private readonly SourceFile _source;
    private readonly bool _mayHaveAny;
    private readonly Dictionary<IFunction, RunKind> _kinds = [];
    private readonly Dictionary<CallExpression, (RunKind Kind, IFunction? Body)> _calls = [];

    private AsyncBodies(SourceFile source)
    {
        _source = source;

        // Each of them steps through a function by this, or comes from a package that does.
        _mayHaveAny = source.Mentions("next") || source.Mentions("async") || source.Mentions("__awaiter");
    }

    private enum RunKind
    {
        None,

        /// <summary>Runs the function at once: <c>__awaiter(this, void 0, void 0, function* () { … })</c>.</summary>
        Awaiter,

        /// <summary>Gives a function that runs it: <c>_asyncToGenerator(function* () { … })</c>.</summary>
        Wrapper,
    }

    public static AsyncBodies Of(SourceFile source) => source.Get(static file => new AsyncBodies(file));

    /// <summary>The body that a call runs as an <c>async</c> function, at once; null for any other call.</summary>
    public IFunction? RunBy(CallExpression call) => Find(call) is { Kind: RunKind.Awaiter, Body: var body } ? body : null;

    /// <summary>The body of the <c>async</c> function that a call gives; null for any other call.</summary>
    public IFunction? WrappedBy(CallExpression call) => Find(call) is { Kind: RunKind.Wrapper, Body: var body } ? body : null;

    /// <summary>Whether a function is the body of an <c>async</c> function, as a compiler has rewritten it.</summary>
    public bool IsBody(IFunction function) =>
        _mayHaveAny
        && (Outermost((Node)function) is var given && IsGiven(given, function));

    private bool IsGiven(Node given, IFunction function) =>
        _source.Nodes.ParentOf(given) is AssignmentExpression assignment
        ? _source.Nodes.ParentOf(assignment) is SequenceExpression sequence
            && _source.Nodes.ParentOf(sequence) is CallExpression inlined
            && ReferenceEquals(Find(inlined).Body, function)
        : _source.Nodes.ParentOf(given) is CallExpression call
        && !ReferenceEquals(call.Callee, given)
        && ReferenceEquals(Find(call).Body, function);

    private static bool Mentions(IFunction function, string word) => ((Node)function).DescendantsAndSelf().Any(node => node switch
    {
        MemberExpression { Computed: false, Property: Identifier property } => property.Name == word,
        StringLiteral text => text.Value == word,
        _ => false,
    });

    /// <summary>The argument that a function is: itself, or the call that only marks it (<c>regenerator.mark(function …)</c>).</summary>
    private Node Outermost(Node function) =>
        _source.Nodes.ParentOf(function) is CallExpression { Callee: MemberExpression { Property: Identifier { Name: "mark" or "m" } } } mark
        && mark.Arguments.Any(argument => ReferenceEquals(argument, function))
            ? mark
            : function;

    private (RunKind Kind, IFunction? Body) Find(CallExpression call)
    {
        if (_mayHaveAny && call.Arguments.Count == 0 && call.Callee is SequenceExpression inlined)
        {
            return FindInlined(inlined);
        }

        if (!_mayHaveAny || call.Arguments.Count == 0 || BodyIn(call.Arguments[call.Arguments.Count - 1]) is not { } body)
        {
            return default;
        }

        lock (_calls)
        {
            if (!_calls.TryGetValue(call, out var found))
            {
                var kind = KindOf(call.Callee);
                found = kind == RunKind.None ? default : (kind, body);
                _calls.Add(call, found);
            }

            return found;
        }
    }

    /// <summary>What a minifier makes of a helper that is used once: <c>(body = function* () { … }, function () { … new Promise … body … })()</c>.</summary>
    private (RunKind Kind, IFunction? Body) FindInlined(SequenceExpression sequence)
    {
        var body = sequence.Expressions.OfType<AssignmentExpression>().Select(static assignment => BodyIn(assignment.Right)).LastOrDefault(static found => found is not null);
        return body is not null && sequence.Expressions[sequence.Expressions.Count - 1] is IFunction runner && KindOf(runner) == RunKind.Awaiter
            ? (RunKind.Awaiter, body)
            : default;
    }

    private static IFunction? BodyIn(Expression argument) => argument switch
    {
        FunctionExpression { Generator: true } generator => generator,
        IFunction function => Steps.AreIn(function) ? function : null,
        CallExpression { Callee: MemberExpression { Property: Identifier { Name: "mark" or "m" } }, Arguments: { Count: > 0 } arguments } =>
            arguments[0] is IFunction marked ? marked : null,
        _ => null,
    };

    private RunKind KindOf(Node callee)
    {
        switch (callee)
        {
            case SequenceExpression sequence:
                return KindOf(sequence.Expressions[sequence.Expressions.Count - 1]);
            case MemberExpression { Computed: false, Property: Identifier property } member:
                return KindOf(property.Name) is var kind and not RunKind.None ? kind
                    : property.Name is "_" or "default" && member.Object is Identifier package ? KindOfPackage(package)
                    : RunKind.None;
            case Identifier name:
                return FunctionOf(name) is { } function && KindOf(function) is var does and not RunKind.None ? does : KindOf(name.Name) is var known and not RunKind.None ? known : KindOfPackage(name);
            default:
                return RunKind.None;
        }
    }

    private static RunKind KindOf(string name) =>
        s_awaiters.Contains(name) ? RunKind.Awaiter : s_wrappers.Contains(name) ? RunKind.Wrapper : RunKind.None;

    /// <summary>What a package gives that a compiler requires: <c>@babel/runtime/helpers/asyncToGenerator</c>.</summary>
    private RunKind KindOfPackage(Identifier name) =>
        _source.Scopes.BindingOf(name)?.ConstantValue is { } value
        && value.DescendantsAndSelf().OfType<StringLiteral>().Any(static text => KindOf(text.Value.Substring(text.Value.LastIndexOf('/') + 1)) == RunKind.Wrapper)
            ? RunKind.Wrapper
            : RunKind.None;

    /// <summary>The function that a variable holds, also behind <c>this &amp;&amp; this.helper || function …</c>.</summary>
    private IFunction? FunctionOf(Identifier name)
    {
        Node? value = _source.Scopes.BindingOf(name)?.Declaration;
        if (value is VariableDeclarator declarator)
        {
            value = declarator.Init;
        }

        while (value is LogicalExpression either)
        {
            value = either.Right;
        }

        return value as IFunction;
    }

    /// <summary>What a function does with a body that it is given: it steps through it, and makes a promise for the end.</summary>
    private RunKind KindOf(IFunction helper)
    {
        if (!_kinds.TryGetValue(helper, out var kind))
        {
            var made = ((Node)helper).DescendantsAndSelf().OfType<NewExpression>().FirstOrDefault(IsPromise);
            kind = made is null || !Mentions(helper, "next") ? RunKind.None
                : ReferenceEquals(_source.Nodes.FunctionOf(made), helper) ? RunKind.Awaiter
                : RunKind.Wrapper;
            _kinds.Add(helper, kind);
        }

        return kind;
    }

    private bool IsPromise(NewExpression created) =>
        created.Callee.DescendantsAndSelf().OfType<Identifier>().Any(name => name.Name == "Promise" && _source.Scopes.IsFree(name, name.Name));
}
