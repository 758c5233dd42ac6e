using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Flow.Origins;

/// <summary>Where the values of calls come from.</summary>
internal sealed class CallOrigins(OriginFinder finder)
{
    public Origin Find(NewExpression created)
    {
        var callee = finder.Find(created.Callee);
        return callee switch
        {
            { Kind: OriginKind.Library, Library: Libraries.Promise } => Origin.Promise,
            { Kind: OriginKind.Library, Library: Libraries.Twilio } => Origin.OfTwilioClient(""),
            { Kind: OriginKind.Class } when finder.IsPromiseClass((IClass)callee.Node!) => Origin.Promise,
            { Kind: OriginKind.Class } => Origin.Of(OriginKind.Instance, callee.Node!),
            _ when IsGlobal(created.Callee, "Map", "Set", "Array") => Origin.Collection,
            _ => Origin.OtherValue,
        };
    }

    public Origin Find(CallExpression call)
    {
        if (finder.Scopes.IsFree(call.Callee, "require") && call.Arguments.Count > 0)
        {
            return finder.LibraryOf(call.Arguments[0]);
        }

        if (IsInteropHelper(call))
        {
            return finder.Find(call.Arguments[0]);
        }

        if (finder.AsyncBodies.RunBy(call) is not null)
        {
            return Origin.Promise;
        }

        if (finder.AsyncBodies.WrappedBy(call) is { } body)
        {
            return Origin.Of(OriginKind.PromiseFunction, (Node)body);
        }

        if (Unwrap(call.Callee) is MemberExpression member && finder.Constants.NameOf(member) is { } name && FindMethod(call, member, name) is { } origin)
        {
            return origin;
        }

        return FindResult(finder.Find(call.Callee));
    }

    private static bool IsInteropHelper(CallExpression call) =>
        call.Arguments.Count == 1 && HelperName(call.Callee) is "__importDefault" or "__importStar" or "_interopRequireDefault";

    private static string? HelperName(Expression callee) => Unwrap(callee) switch
    {
        Identifier identifier => identifier.Name,
        MemberExpression { Computed: false, Property: Identifier property } => property.Name,
        _ => null,
    };

    /// <summary>What is called by <c>(0, module.name)(…)</c> and <c>a?.b()</c>.</summary>
    public static Expression Unwrap(Expression callee) => callee switch
    {
        SequenceExpression sequence => Unwrap(sequence.Expressions[sequence.Expressions.Count - 1]),
        ChainExpression chain => Unwrap(chain.Expression),
        _ => callee,
    };

    /// <summary>A method that means the same on every value that has it; null where the callee decides.</summary>
    private Origin? FindMethod(CallExpression call, MemberExpression member, string name)
    {
        switch (name)
        {
            case "then" or "catch" or "finally":
                return finder.Find(member.Object).Kind == OriginKind.Promise ? Origin.Promise : Origin.Unknown;
            case "json" or "text" or "buffer" when finder.Find(member.Object) is { Kind: OriginKind.Promise, Library: Libraries.Got }:
                return Origin.Promise;
            case "call" or "apply" when finder.Find(member.Object) is { Kind: OriginKind.Function or OriginKind.PromiseFunction } function:
                return FindResult(function);
            case "bind" when finder.Find(member.Object) is { Kind: OriginKind.Function or OriginKind.PromiseFunction } function:
                return function;
            case "map" or "flatMap" when call.Arguments.Count > 0 && ResultOf(call.Arguments[0]) is OriginKind.Promise:
            case "flatMap" when call.Arguments.Count > 0 && ResultOf(call.Arguments[0]) is OriginKind.PromiseList:
            case "from" when call.Arguments.Count > 1 && IsGlobal(member.Object, "Array") && ResultOf(call.Arguments[1]) is OriginKind.Promise:
            case "slice" or "filter" or "concat" or "reverse" or "flat" when finder.Find(member.Object).Kind == OriginKind.PromiseList:
                return Origin.PromiseList;
            case "map" or "filter" or "slice" or "concat" or "sort" or "reverse" or "flat" or "flatMap" or "split":
                return finder.Find(member.Object).Kind is OriginKind.Collection or OriginKind.Unknown ? Origin.Collection : null;
            case "keys" or "values" or "entries" or "from" or "of" when IsGlobal(member.Object, "Object", "Array"):
                return Origin.Collection;
            default:
                return null;
        }
    }

    private OriginKind ResultOf(Node function) => FindResult(finder.Find(function)).Kind;

    /// <summary>What a call gives of a callee that comes from somewhere.</summary>
    public Origin FindResult(Origin callee)
    {
        switch (callee.Kind)
        {
            case OriginKind.PromiseFunction:
            case OriginKind.Library when Libraries.CallReturnsPromise(callee.Library):
            case OriginKind.LibraryMember when Libraries.CallReturnsPromise(callee.Library, callee.Member):
                return Origin.OfPromise(callee.Library);
            case OriginKind.Library when callee.Library == Libraries.Twilio:
            case OriginKind.LibraryMember when callee is { Library: Libraries.Context, Member: "getTwilioClient" } or { Library: Libraries.Runtime, Member: "getSync" }:
                return Origin.OfTwilioClient("");
            case OriginKind.LibraryMember when Libraries.CallReturnsInstance(callee.Library, callee.Member):
                return Origin.OfLibrary(callee.Library);
            case OriginKind.LibraryMember when callee is { Library: Libraries.Utilities, Member: "promisify" }:
                return Origin.PromiseFunction;
            case OriginKind.TwilioClient:
                return Libraries.IsRestVerb(callee.Member) ? Origin.OfPromise("", Libraries.AnswerOf(callee.Member)) : callee.Member == "each" ? Origin.Unknown : Origin.OfTwilioClient("");
            case OriginKind.Function:
                return FindReturned((IFunction)callee.Node!);
            default:
                return Origin.Unknown;
        }
    }

    /// <summary>What a function of this file returns on all its paths.</summary>
    public Origin FindReturned(IFunction function)
    {
        if (function.Async ? !function.Generator : finder.AsyncBodies.IsBody(function))
        {
            return Origin.Promise;
        }

        if (function.Generator)
        {
            return Origin.Unknown;
        }

        Origin? returned = null;
        foreach (var value in FunctionEnds.ValuesOf(function))
        {
            var origin = finder.Find(value);
            if (origin.Kind == OriginKind.Unknown || (returned is not null && !returned.SameAs(origin) && returned.Kind != origin.Kind))
            {
                return Origin.Unknown;
            }

            returned ??= origin;
        }

        return returned ?? Origin.Unknown;
    }

    private bool IsGlobal(Node node, params string[] names) =>
        node is Identifier identifier && names.Contains(identifier.Name) && finder.Scopes.IsFree(identifier, identifier.Name);
}
