using Ahoy.TestSupport.Analyzers;

namespace Ahoy.Analysis.Tests.Verification;

/// <summary>A piece of code with a finding, and what a fix makes of it.</summary>
public sealed class FixCase
{
    /// <summary>The rule's id.</summary>
    public required string Id { get; init; }

    /// <summary>What the case is about.</summary>
    public required string Name { get; init; }

    /// <summary>The file that the code stands in.</summary>
    public required string File { get; init; }

    /// <summary>The project around it.</summary>
    public required ProjectSummary Project { get; init; }

    /// <summary>The code, with the finding marked: <c>[|…|]</c>.</summary>
    public required string Marked { get; init; }

    /// <summary>The code and the mark.</summary>
    public MarkedSource Source => MarkedSource.Parse(Marked);

    /// <summary>The kind of fix; null for the first that puts the problem right.</summary>
    public required string? Key { get; init; }

    /// <summary>What the fix makes of the code; null where none may be offered.</summary>
    public required string? Fixed { get; init; }

    /// <summary>The other files of the project whose text is given.</summary>
    public required IReadOnlyList<(string File, string Text)> Others { get; init; }

    /// <summary>What the fix does to other files: <c>.env: "A=1\n" => "A=1\nB=\n"</c>, or a name for a name, as JSON.</summary>
    public required IReadOnlyList<string> OtherChanges { get; init; }

    /// <summary>The rules that may have more to report in the result: advice that the author did not need before.</summary>
    public required IReadOnlyList<string> MayAdd { get; init; }

    /// <summary>How the code behaves before the fix.</summary>
    public required IReadOnlyList<Behaviour> Before { get; init; }

    /// <summary>How it behaves after the fix.</summary>
    public required IReadOnlyList<Behaviour> After { get; init; }
}
