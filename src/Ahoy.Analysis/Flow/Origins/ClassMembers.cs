using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Flow.Origins;

/// <summary>Finds the members of classes of this file: declared, assigned to <c>this</c>, or inherited.</summary>
internal sealed class ClassMembers(OriginFinder finder)
{
    private const int LongestLine = 16;

    private Dictionary<(IClass Owner, bool IsStatic, string Name), Expression?>? _assigned;

    /// <summary>A member of a class or of an object of it.</summary>
    public Origin Find(Origin owner, string name)
    {
        var isStatic = owner.Kind == OriginKind.Class;
        var declared = (IClass)owner.Node!;
        return owner.MayBeDerived && IsOverridden(declared, name, isStatic) ? Origin.Unknown : Find(declared, name, isStatic);
    }

    /// <summary>A member that <c>super</c> names in a class.</summary>
    public Origin FindInherited(IClass owner, string name, bool isStatic) =>
        Parent(owner) is { Kind: OriginKind.Class } parent ? Find((IClass)parent.Node!, name, isStatic) : OfLibrary(Parent(owner), name, isStatic);

    /// <summary>Whether the objects of a class are promises, because it extends <c>Promise</c>.</summary>
    public bool IsPromise(IClass owner)
    {
        var at = Origin.Of(OriginKind.Class, (Node)owner);
        for (var i = 0; i < LongestLine && at.Kind == OriginKind.Class; i++)
        {
            at = Parent((IClass)at.Node!);
        }

        return at is { Kind: OriginKind.Library, Library: Libraries.Promise };
    }

    private Origin Find(IClass owner, string name, bool isStatic)
    {
        var at = owner;
        for (var i = 0; i < LongestLine; i++)
        {
            if (ObjectMembers.Find(at, name, isStatic) is { } member)
            {
                return finder.Find(member);
            }

            if (Assigned().TryGetValue((at, isStatic, name), out var value))
            {
                return finder.Find(value);
            }

            var parent = Parent(at);
            if (parent.Kind != OriginKind.Class)
            {
                return OfLibrary(parent, name, isStatic);
            }

            at = (IClass)parent.Node!;
        }

        return Origin.Unknown;
    }

    private Origin OfLibrary(Origin parent, string name, bool isStatic) =>
        isStatic && parent.Kind == OriginKind.Library ? finder.MemberOf(parent, name) : Origin.Unknown;

    private Origin Parent(IClass owner) => finder.Find(owner.SuperClass);

    /// <summary>Whether a class of this file extends another one and has a member of its own for a name.</summary>
    private bool IsOverridden(IClass owner, string name, bool isStatic) =>
        finder.Nodes.Classes.Any(other => !ReferenceEquals(other, owner) && ObjectMembers.Declares(other, name, isStatic) && Extends(other, owner));

    private bool Extends(IClass derived, IClass owner)
    {
        var at = Parent(derived);
        for (var i = 0; i < LongestLine && at.Kind == OriginKind.Class; i++)
        {
            if (ReferenceEquals(at.Node, owner))
            {
                return true;
            }

            at = Parent((IClass)at.Node!);
        }

        return false;
    }

    /// <summary>What is assigned to members of <c>this</c>; null for those that are assigned more than once.</summary>
    private Dictionary<(IClass Owner, bool IsStatic, string Name), Expression?> Assigned()
    {
        if (_assigned is not null)
        {
            return _assigned;
        }

        _assigned = [];
        foreach (var assignment in finder.Nodes.Assignments)
        {
            if (assignment.Left is MemberExpression { Object: ThisExpression } target
                && finder.Constants.NameOf(target) is { } name
                && finder.Find(target.Object) is { Kind: OriginKind.Class or OriginKind.Instance } owner)
            {
                var key = ((IClass)owner.Node!, owner.Kind == OriginKind.Class, name);
                _assigned[key] = assignment.Operator == "=" && !_assigned.ContainsKey(key) ? assignment.Right : null;
            }
        }

        return _assigned;
    }
}
