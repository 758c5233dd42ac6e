using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Platform.Cookies;

/// <summary>An attribute that a cookie is given: <c>Max-Age=60</c>.</summary>
internal sealed class CookieAttribute
{
    public CookieAttribute(string name, string value, Node? expression, int start, int end)
    {
        Name = name;
        Value = value;
        Expression = expression;
        Start = start;
        End = end;
    }

    /// <summary>The name, as it is written.</summary>
    public string Name { get; }

    /// <summary>The value, as far as it is known; it may have a <see cref="PartialText.Hole"/>.</summary>
    public string Value { get; }

    /// <summary>The expression that is the value, where that is not known as a text.</summary>
    public Node? Expression { get; }

    /// <summary>Where it stands in the source.</summary>
    public int Start { get; }

    /// <summary>Where it ends.</summary>
    public int End { get; }

    /// <summary>Whether it is the attribute of a name, which compare without case.</summary>
    public bool Is(string name) => string.Equals(Name, name, StringComparison.OrdinalIgnoreCase);
}
