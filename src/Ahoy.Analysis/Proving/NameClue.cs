namespace Ahoy.Analysis.Proving;

/// <summary>What a file's code says of the values that a name has.</summary>
internal sealed class NameClue
{
    /// <summary>What it is compared with: texts, numbers (<see cref="double"/>), truth values and patterns (<see cref="PatternClue"/>), in the order of the source.</summary>
    public List<object> Literals { get; } = [];

    /// <summary>The properties that are read of it, methods included.</summary>
    public List<string> Members { get; } = [];

    /// <summary>Whether something is read by this name that others may have answered.</summary>
    public bool IsField { get; set; }

    /// <summary>Takes over what is known of another name for the same value.</summary>
    /// <returns>Whether anything is new.</returns>
    public bool Take(NameClue other)
    {
        var before = Literals.Count + Members.Count;
        Literals.AddRange(other.Literals.Except(Literals).ToList());
        Members.AddRange(other.Members.Except(Members).ToList());
        return Literals.Count + Members.Count > before;
    }
}
