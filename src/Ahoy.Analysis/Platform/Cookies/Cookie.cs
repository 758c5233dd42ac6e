namespace Ahoy.Analysis.Platform.Cookies;

/// <summary>A cookie that is set on a response, as far as its attributes are known.</summary>
internal sealed class Cookie
{
    public Cookie(IReadOnlyList<CookieAttribute> attributes) => Attributes = attributes;

    /// <summary>The attributes, in the order of the source.</summary>
    public IReadOnlyList<CookieAttribute> Attributes { get; }

    /// <summary>The attribute of a name; the last one, which counts; null where the cookie has none.</summary>
    public CookieAttribute? Find(string name) => Attributes.LastOrDefault(attribute => attribute.Is(name));
}
