using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analyzers.Infrastructure.Vocabulary.Requests;

/// <summary>A header that is read from the request.</summary>
internal sealed class HeaderRead
{
    public HeaderRead(string name, Node place, Node reader)
    {
        Name = name;
        Place = place;
        Reader = reader;
    }

    /// <summary>The header's name, as it is written.</summary>
    public string Name { get; }

    /// <summary>The name in the source: an identifier, a string, or a variable that holds it.</summary>
    public Node Place { get; }

    /// <summary>What reads it: the member expression, the <c>in</c>, or the pattern that takes the headers apart.</summary>
    public Node Reader { get; }
}
