using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Flow.Origins;

/// <summary>Where a value comes from, whatever path the program takes.</summary>
internal sealed class Origin
{
    public static readonly Origin Unknown = new(OriginKind.Unknown);
    public static readonly Origin Promise = new(OriginKind.Promise);
    public static readonly Origin PromiseList = new(OriginKind.PromiseList);
    public static readonly Origin PromiseFunction = new(OriginKind.PromiseFunction);
    public static readonly Origin Collection = new(OriginKind.Collection);
    public static readonly Origin TwilioInstance = new(OriginKind.TwilioInstance);

    /// <summary>An array of what Twilio has answered with.</summary>
    public static readonly Origin TwilioInstances = new(OriginKind.Collection) { Element = TwilioInstance };
    public static readonly Origin OtherValue = new(OriginKind.OtherValue);

    private Origin(OriginKind kind) => Kind = kind;

    public OriginKind Kind { get; }

    /// <summary>The library's name, and for a promise the library that made it.</summary>
    public string Library { get; private init; } = "";

    /// <summary>The last name on the way to a member of a library or to a part of the client.</summary>
    public string Member { get; private init; } = "";

    /// <summary>The function, class, object or array literal.</summary>
    public Node? Node { get; private init; }

    /// <summary>Whether it is <c>this</c> in a method, and so maybe an object of a class that extends <see cref="Node"/>.</summary>
    public bool MayBeDerived { get; private init; }

    /// <summary>What the elements of an array are, where that is known and no literal shows it.</summary>
    public Origin? Element { get; private init; }

    /// <summary>What a promise is fulfilled with, where that is known.</summary>
    public Origin? Fulfilled { get; private init; }

    public static Origin OfLibrary(string name) => new(OriginKind.Library) { Library = name };

    public static Origin OfLibraryMember(string library, string member) =>
        new(OriginKind.LibraryMember) { Library = library, Member = member };

    public static Origin OfTwilioClient(string member) => new(OriginKind.TwilioClient) { Member = member };

    public static Origin OfPromise(string library, Origin? fulfilled = null) =>
        new(OriginKind.Promise) { Library = library, Fulfilled = fulfilled };

    public static Origin Of(OriginKind kind, Node node) => new(kind) { Node = node };

    /// <summary>An array that a literal makes.</summary>
    public static Origin OfList(OriginKind kind, Node literal) => new(kind) { Node = literal };

    /// <summary>What <c>this</c> is in the members of a class.</summary>
    public static Origin OfThis(IClass owner, bool isStatic) =>
        new(isStatic ? OriginKind.Class : OriginKind.Instance) { Node = (Node)owner, MayBeDerived = true };

    /// <summary>Whether two origins say the same.</summary>
    public bool SameAs(Origin other) =>
        Kind == other.Kind
        && Library == other.Library
        && Member == other.Member
        && (ReferenceEquals(Node, other.Node) || Kind is OriginKind.Collection or OriginKind.PromiseList);
}
