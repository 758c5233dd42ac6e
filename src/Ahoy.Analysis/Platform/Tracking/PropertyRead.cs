using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Platform.Tracking;

/// <summary>A property that is read from a tracked object.</summary>
internal sealed class PropertyRead
{
    public PropertyRead(string name, Node place, Node reader, bool isTested)
    {
        Name = name;
        Place = place;
        Reader = reader;
        IsTested = isTested;
    }

    /// <summary>The property's name.</summary>
    public string Name { get; }

    /// <summary>The name in the source: an identifier, a string, or a variable that holds it.</summary>
    public Node Place { get; }

    /// <summary>What reads it: the member expression, the <c>in</c>, or the pattern that takes the object apart.</summary>
    public Node Reader { get; }

    /// <summary>Whether the code is prepared for a property that is not there: a test, a default, <c>?.</c>.</summary>
    public bool IsTested { get; }
}
