namespace Ahoy.Analysis.Flow.Interpretation;

/// <summary>How something is compared with a number; the opposites are these, negated.</summary>
internal enum Relation
{
    /// <summary>Equal to it.</summary>
    Equal,

    /// <summary>Greater.</summary>
    Above,

    /// <summary>Less.</summary>
    Below,
}
