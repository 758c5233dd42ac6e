using Ahoy.Analysis.Engine;
using Ahoy.Analysis.Platform;
using Ahoy.Analysis.Platform.Compiled;
using Ahoy.JavaScript.Scopes;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Flow.Origins;

/// <summary>
/// Finds where values come from, by names alone: a variable that is assigned once, a parameter that every call of the file
/// gives the same, a property of an object literal. The order in which things happen is not looked at.
/// </summary>
internal sealed class OriginFinder
{
    private readonly Dictionary<Node, Origin> _known = [];
    private readonly HashSet<Node> _running = [];
    private readonly CallOrigins _calls;
    private readonly VariableOrigins _variables;
    private readonly ListOrigins _lists;
    private readonly ClassMembers _members;
    private readonly Exports _exports;

    private OriginFinder(SourceFile source)
    {
        Scopes = source.Scopes;
        Nodes = source.Nodes;
        Constants = source.Constants;
        AsyncBodies = AsyncBodies.Of(source);
        _calls = new CallOrigins(this);
        _lists = new ListOrigins(this);
        _variables = new VariableOrigins(this, _lists);
        _members = new ClassMembers(this);
        _exports = new Exports(Nodes, Scopes);
    }

    public ScopeTree Scopes { get; }

    public NodeIndex Nodes { get; }

    public ConstantValues Constants { get; }

    public AsyncBodies AsyncBodies { get; }

    /// <summary>The finder of a file.</summary>
    public static OriginFinder Of(SourceFile source) => source.Get(static file => new OriginFinder(file));

    /// <summary>Where the value of an expression comes from.</summary>
    public Origin Find(Node? expression)
    {
        if (expression is null)
        {
            return Origin.Unknown;
        }

        // Rules of several projects may ask for one file at once.
        lock (_known)
        {
            if (_known.TryGetValue(expression, out var known))
            {
                return known;
            }

            if (!_running.Add(expression))
            {
                return Origin.Unknown;
            }

            System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
            var origin = Compute(expression);
            _running.Remove(expression);

            // Kept even where a circle was met on the way: what depends on itself is not known, and asking again would take forever.
            _known[expression] = origin;
            return origin;
        }
    }

    /// <summary>The function of this file that an expression evaluates to.</summary>
    public IFunction? FunctionOf(Node? expression) => Find(expression) is { Kind: OriginKind.Function } origin ? (IFunction)origin.Node! : null;

    /// <summary>The function of this file that an expression evaluates to, or the body that a compiler's helper makes one of.</summary>
    public IFunction? BodyOf(Node? expression) =>
        Find(expression) is { Kind: OriginKind.Function or OriginKind.PromiseFunction, Node: IFunction function } ? function : null;

    /// <summary>Where the value of a member comes from, or what its getter gives.</summary>
    public Origin Find(ObjectMembers.Member? member) =>
        member is null ? Origin.Unknown
        : member.IsGetter ? _calls.FindReturned((IFunction)member.Value)
        : Find(member.Value);

    /// <summary>Whether a function returns a promise on all its paths.</summary>
    public bool ReturnsPromise(IFunction function) => _calls.FindReturned(function).Kind == OriginKind.Promise;

    /// <summary>Whether a call of what an expression evaluates to gives a promise.</summary>
    public bool IsPromiseFunction(Node expression) => _calls.FindResult(Find(expression)).Kind == OriginKind.Promise;

    /// <summary>The calls of a function that name it: by its declaration, by the variable that holds it, in place.</summary>
    public IEnumerable<CallExpression> CallsOf(IFunction function)
    {
        if (Nodes.ParentOf((Node)function) is CallExpression direct && ReferenceEquals(direct.Callee, function))
        {
            yield return direct;
        }

        var name = function is FunctionDeclaration ? function.Id : (Nodes.ParentOf((Node)function) as VariableDeclarator)?.Id;
        if (Scopes.BindingOf(name) is not { } binding)
        {
            yield break;
        }

        foreach (var reference in binding.References)
        {
            if (Nodes.ParentOf(reference.Identifier) is CallExpression call && ReferenceEquals(call.Callee, reference.Identifier))
            {
                yield return call;
            }
        }
    }

    /// <summary>The member of a value.</summary>
    public Origin MemberOf(Origin owner, string name)
    {
        switch (owner.Kind)
        {
            case OriginKind.Library when name == "default" || (owner.Library == Libraries.Twilio && name == "Twilio"):
                return owner;
            case OriginKind.Library when owner.Library == Libraries.FileSystem && name == "promises":
                return Origin.OfLibrary(Libraries.FileSystemPromises);
            case OriginKind.Library when owner.Library == Libraries.Timers && name == "promises":
                return Origin.OfLibrary(Libraries.TimersPromises);
            case OriginKind.Library:
                return Origin.OfLibraryMember(owner.Library, name);
            case OriginKind.TwilioClient:
                return Origin.OfTwilioClient(name);
            case OriginKind.TwilioInstance:
                return Libraries.IsInstanceVerb(name) ? Origin.OfTwilioClient(name) : Origin.Unknown;
            case OriginKind.ObjectLiteral:
                return Find(ObjectMembers.Find((ObjectExpression)owner.Node!, name));
            case OriginKind.Class or OriginKind.Instance:
                return _members.Find(owner, name);
            default:
                return name == "getTwilioClient" ? Origin.OfLibraryMember(Libraries.Context, name) : Origin.Unknown;
        }
    }

    private Origin Compute(Node expression)
    {
        switch (expression)
        {
            case Identifier identifier:
                return _variables.Find(identifier);
            case IFunction:
                return Origin.Of(OriginKind.Function, expression);
            case IClass:
                return Origin.Of(OriginKind.Class, expression);
            case ObjectExpression:
                return Origin.Of(OriginKind.ObjectLiteral, expression);
            case ArrayExpression array:
                return _lists.Find(array);
            case ThisExpression:
                return Receivers.Of(expression, Nodes);
            case TaggedTemplateExpression tagged:
                return _calls.FindResult(Find(tagged.Tag));
            case Literal or TemplateLiteral or BinaryExpression or UpdateExpression:
                return Origin.OtherValue;
            case CallExpression lowered when LoweredTemplate.PartsOf(lowered) is not null:
                return Origin.OtherValue;
            case UnaryExpression unary:
                return unary.Operator == "void" ? Origin.Unknown : Origin.OtherValue;
            case MemberExpression member:
                return FindMember(member);
            case ChainExpression chain:
                return Find(chain.Expression);
            case CallExpression call:
                return _calls.Find(call);
            case NewExpression created:
                return _calls.Find(created);
            case ImportExpression import:
                return Origin.OfPromise("", LibraryOf(import.Source));
            case AwaitExpression awaited:
                return Find(awaited.Argument) is { Kind: OriginKind.Promise } promise ? promise.Fulfilled ?? Origin.Unknown : Find(awaited.Argument);
            case YieldExpression { Argument: { } yielded }:
                return Find(yielded) is { Kind: OriginKind.Promise } awaitedByHelper ? awaitedByHelper.Fulfilled ?? Origin.Unknown : Origin.Unknown;
            case AssignmentExpression { Operator: "=" } assignment:
                return Find(assignment.Right);
            case SequenceExpression sequence:
                return Find(sequence.Expressions[sequence.Expressions.Count - 1]);
            case LogicalExpression logical:
                return Either(Find(logical.Left), Find(logical.Right));
            case ConditionalExpression conditional:
                return Either(Find(conditional.Consequent), Find(conditional.Alternate));
            default:
                return Origin.Unknown;
        }
    }

    /// <summary>The library that a module name loads.</summary>
    public Origin LibraryOf(Node? module) =>
        Constants.TextOf(module) is { } name && Libraries.OfModule(name) is { } library ? Origin.OfLibrary(library) : Origin.Unknown;

    private Origin FindMember(MemberExpression member)
    {
        if (Constants.NameOf(member) is not { } name)
        {
            // client.messages[sid] is no part of the client that is known, and nothing else is either.
            return _lists.FindElement(member);
        }

        if (member.Object is Super)
        {
            return Receivers.Of(member, Nodes) is { Kind: OriginKind.Class or OriginKind.Instance } self
                ? _members.FindInherited((IClass)self.Node!, name, self.Kind == OriginKind.Class)
                : Origin.Unknown;
        }

        if (member.Object is Identifier { Name: "globalThis" or "global" or "window" or "self" } global && Scopes.IsFree(global, global.Name))
        {
            return Libraries.OfGlobal(name) is { } library ? Origin.OfLibrary(library) : Origin.Unknown;
        }

        if (_exports.Are(member.Object))
        {
            return Find(_exports.Find(name));
        }

        return MemberOf(Find(member.Object), name);
    }

    /// <summary>Whether the objects of a class are promises.</summary>
    public bool IsPromiseClass(IClass owner) => _members.IsPromise(owner);

    private static Origin Either(Origin left, Origin right) =>
        left.Kind is OriginKind.Unknown or OriginKind.OtherValue ? right
        : right.Kind is OriginKind.Unknown or OriginKind.OtherValue || left.SameAs(right) ? left
        : Origin.Unknown;
}
