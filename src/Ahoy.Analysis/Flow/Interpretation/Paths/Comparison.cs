namespace Ahoy.Analysis.Flow.Interpretation;

/// <summary>
/// The part of a condition that compares something with a number. Two things that are compared with each other are one subject,
/// their difference, compared with zero.
/// </summary>
/// <param name="Subject">What is compared, in canonical words.</param>
/// <param name="Relation">How.</param>
/// <param name="Number">With what.</param>
/// <param name="Least">
/// The least value of a subject that counts something (a length, an index), and so can only be a whole number; null for all others.
/// </param>
internal sealed record Comparison(string Subject, Relation Relation, double Number, double? Least)
{
    /// <summary>What the subject may be before anything is known of the path.</summary>
    public NumberRange Start => Least is { } least ? NumberRange.All.Above(least, included: true, whole: true) : NumberRange.All;

    /// <summary>Whether the comparison holds for every value of a range, or for none.</summary>
    public bool? Ask(NumberRange range) => Relation switch
    {
        Relation.Above => range.IsAbove(Number),
        Relation.Below => range.IsBelow(Number),
        _ => range.Is(Number),
    };

    /// <summary>The part of a range for which the comparison turns out like this.</summary>
    public NumberRange Narrow(NumberRange range, bool outcome)
    {
        var whole = Least is not null;
        return (Relation, outcome) switch
        {
            (Relation.Above, true) => range.Above(Number, included: false, whole),
            (Relation.Above, false) => range.Below(Number, included: true, whole),
            (Relation.Below, true) => range.Below(Number, included: false, whole),
            (Relation.Below, false) => range.Above(Number, included: true, whole),
            (_, true) => range.Above(Number, included: true, whole).Below(Number, included: true, whole),
            (_, false) => range.Without(Number, whole),
        };
    }
}
