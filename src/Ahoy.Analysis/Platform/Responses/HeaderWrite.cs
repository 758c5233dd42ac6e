using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Platform.Responses;

/// <summary>A header that is set on a response.</summary>
internal sealed class HeaderWrite
{
    public HeaderWrite(string name, Node place, Node? value)
    {
        Name = name;
        Place = place;
        Value = value;
    }

    /// <summary>The header's name, as it is written.</summary>
    public string Name { get; }

    /// <summary>The name in the source.</summary>
    public Node Place { get; }

    /// <summary>What it is set to.</summary>
    public Node? Value { get; }
}
