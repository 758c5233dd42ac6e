using Ahoy.JavaScript.Scopes;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Flow.Origins;

/// <summary>Tells which arrays hold promises, and what their elements are.</summary>
internal sealed class ListOrigins(OriginFinder finder)
{
    /// <summary>An array literal: one promise among its elements makes it an array of promises, since nothing waits for that one.</summary>
    public Origin Find(ArrayExpression array) =>
        array.Elements.Any(IsPromise) ? Origin.OfList(OriginKind.PromiseList, array) : Origin.OfList(OriginKind.Collection, array);

    /// <summary>An element by its number; where that is not known, what all elements, or all properties of a literal, have in common.</summary>
    public Origin FindElement(MemberExpression member)
    {
        var owner = finder.Find(member.Object);
        IEnumerable<Node?>? candidates = owner switch
        {
            { Node: ArrayExpression array } when !array.Elements.Any(static element => element is null or SpreadElement) => Elements(array, member),
            { Kind: OriginKind.ObjectLiteral, Node: ObjectExpression literal } when literal.Properties.All(static part => part is Property { Kind: PropertyKind.Init }) =>
                literal.Properties.Select(static part => ((Property)part).Value),
            _ => null,
        };
        return candidates is not null ? InCommon(candidates)
            : owner.Kind == OriginKind.PromiseList ? Origin.Promise
            : owner.Element ?? Origin.Unknown;
    }

    /// <summary>What all elements of an array have in common.</summary>
    public Origin ElementOf(Node? list) => finder.Find(list) switch
    {
        { Element: { } element } => element,
        { Kind: OriginKind.PromiseList } => Origin.Promise,
        { Kind: OriginKind.Collection, Node: ArrayExpression array } when !array.Elements.Any(static element => element is null or SpreadElement) => InCommon(array.Elements),
        _ => Origin.Unknown,
    };

    /// <summary>Whether a variable holds an array that began empty and to which nothing but promises is added.</summary>
    public bool OnlyTakesPromises(Binding binding)
    {
        if (binding.ConstantValue is not ArrayExpression { Elements.Count: 0 })
        {
            return false;
        }

        var any = false;
        foreach (var reference in binding.References)
        {
            if (finder.Nodes.ParentOf(reference.Identifier) is not MemberExpression member || !ReferenceEquals(member.Object, reference.Identifier))
            {
                continue;
            }

            if (finder.Nodes.ParentOf(member) is AssignmentExpression assignment && ReferenceEquals(assignment.Left, member) && member.Computed)
            {
                return false;
            }

            if (finder.Constants.NameOf(member) is "push" or "unshift" or "splice" or "fill" && finder.Nodes.ParentOf(member) is CallExpression call)
            {
                if (finder.Constants.NameOf(member) is not ("push" or "unshift") || call.Arguments.Count == 0 || !call.Arguments.All(IsPromise))
                {
                    return false;
                }

                any = true;
            }
        }

        return any;
    }

    private bool IsPromise(Node? element) => element switch
    {
        null => false,
        SpreadElement spread => finder.Find(spread.Argument).Kind == OriginKind.PromiseList,
        _ => finder.Find(element).Kind == OriginKind.Promise,
    };

    private IEnumerable<Node?> Elements(ArrayExpression array, MemberExpression member) =>
        finder.Constants.NumberOf(member.Property) is { } number
            ? number >= 0 && number < array.Elements.Count && number == Math.Floor(number) ? [array.Elements[(int)number]] : []
            : array.Elements;

    private Origin InCommon(IEnumerable<Node?> candidates)
    {
        var all = candidates.ToList();
        return all.Count == 0 ? Origin.Unknown
            : all.Count == 1 ? finder.Find(all[0])
            : all.TrueForAll(one => finder.Find(one).Kind == OriginKind.Promise) ? Origin.Promise
            : all.TrueForAll(one => one is not null && finder.IsPromiseFunction(one)) ? Origin.PromiseFunction
            : Origin.Unknown;
    }
}
