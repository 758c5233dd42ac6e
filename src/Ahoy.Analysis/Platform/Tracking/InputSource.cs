using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Platform.Tracking;

/// <summary>Where the text of an expression comes from in a request.</summary>
internal sealed class InputSource
{
    private readonly InputSource? _inner;

    public InputSource(string name, Node place)
    {
        Name = name;
        Place = place;
    }

    private InputSource(InputSource inner, Node place)
        : this(inner.Name, place) => _inner = inner;

    /// <summary>The parameter: <c>Body</c>.</summary>
    public string Name { get; }

    /// <summary>Where it is read, or a variable that holds it.</summary>
    public Node Place { get; }

    /// <summary>The expressions on the way: the variables that hold it, and where it is read.</summary>
    public IEnumerable<Node> Way
    {
        get
        {
            for (var source = this; source is not null; source = source._inner)
            {
                yield return source.Place;
            }
        }
    }

    /// <summary>The same, held by a variable.</summary>
    public InputSource By(Node variable) => new(this, variable);
}
