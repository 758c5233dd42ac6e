using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.TwiML.Reading;

/// <summary>An element of TwiML: a call of the builder's, or a part of a text.</summary>
internal sealed class TwiMLElement
{
    /// <summary>The element's name: <c>Gather</c>.</summary>
    public string Tag { get; init; } = "";

    /// <summary>What it is for; null where that is not known.</summary>
    public TwiMLKind? Kind { get; init; }

    /// <summary>The name of the element that it stands in; null for the root.</summary>
    public string? ParentTag { get; init; }

    /// <summary>The call of the builder that makes the element that it stands in; null where that is the response, or it is part of a text.</summary>
    public Node? ParentCall { get; init; }

    /// <summary>Where its name starts in the source: the method's, or the tag's.</summary>
    public int Start { get; init; }

    /// <summary>Where its name ends.</summary>
    public int End { get; init; }

    /// <summary>The attributes that are known.</summary>
    public IReadOnlyList<TwiMLAttribute> Attributes { get; init; } = [];

    /// <summary>Whether it may have other attributes.</summary>
    public bool HasUnknownAttributes { get; init; }

    /// <summary>Its text; null where it has none.</summary>
    public TwiMLValue? Text { get; init; }

    /// <summary>The call of the builder that makes it; null for a part of a text.</summary>
    public CallExpression? Call { get; init; }

    /// <summary>The elements in it, where it is part of a text.</summary>
    public IReadOnlyList<TwiMLElement> Children { get; init; } = [];

    /// <summary>Whether something that is not known stands in it, where it is part of a text: there, the index in <see cref="Children"/> before which it stands.</summary>
    public IReadOnlyList<int> UnknownChildren { get; init; } = [];

    /// <summary>The element and all below it, as far as a text has them.</summary>
    public IEnumerable<TwiMLElement> All => Children.SelectMany(child => child.All).Prepend(this);

    /// <summary>An attribute; null where it is not there for certain.</summary>
    public TwiMLAttribute? Attribute(string name) => Attributes.FirstOrDefault(attribute => attribute.Name == name);

    public override string ToString() => $"<{Tag}>";
}
