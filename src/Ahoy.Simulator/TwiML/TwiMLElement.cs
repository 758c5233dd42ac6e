using System.Text;

namespace Ahoy.Simulator.TwiML;

/// <summary>An element of a TwiML document.</summary>
internal sealed class TwiMLElement
{
    private static readonly Dictionary<string, string> s_none = [];

    /// <summary>Its name, as written.</summary>
    public required string Name { get; init; }

    /// <summary>Its line in the document, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>Its attributes, as written.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; init; } = s_none;

    /// <summary>The elements in it.</summary>
    public List<TwiMLElement> Children { get; } = [];

    /// <summary>Its own text, without that of the elements in it.</summary>
    public StringBuilder OwnText { get; } = new();

    /// <summary>All its text, with that of the elements in it, in the document's order.</summary>
    public StringBuilder AllText { get; } = new();

    /// <summary>All its text, without space around it.</summary>
    public string Text => AllText.ToString().Trim();

    /// <summary>An attribute.</summary>
    public string? Attribute(string name) => Attributes.GetValueOrDefault(name);

    /// <summary>The first element in it of a name.</summary>
    public TwiMLElement? Child(string name) => Children.Find(c => c.Name == name);
}
