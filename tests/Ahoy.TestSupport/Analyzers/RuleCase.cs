using Ahoy.Model;

namespace Ahoy.TestSupport.Analyzers;

/// <summary>One piece of natural code and what a rule has to say about it.</summary>
public sealed class RuleCase
{
    /// <summary>The rule's id.</summary>
    public required string Id { get; init; }

    /// <summary>What the case is about.</summary>
    public required string Name { get; init; }

    /// <summary>Whether the rule reports something: what is marked.</summary>
    public required bool Reports { get; init; }

    /// <summary>The file that the code stands in.</summary>
    public required string File { get; init; }

    /// <summary>The code.</summary>
    public required MarkedSource Source { get; init; }

    /// <summary>The other files of the project whose text is given.</summary>
    public required IReadOnlyList<(string File, string Text)> Others { get; init; }

    /// <summary>The project around it.</summary>
    public required ProjectSummary Project { get; init; }
}
