using System.Collections.Immutable;
using Ahoy.Analysis.Engine;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Flow.Interpretation;

/// <summary>One way in which a promise settles, or in which a function that something else calls later comes to its end.</summary>
internal sealed record SettledPath
{
    /// <summary>A promise of which nothing is known settles in both ways.</summary>
    public static readonly ImmutableArray<SettledPath> Either =
        [new SettledPath(), new SettledPath { Rejected = true, AfterRejection = true }];

    /// <summary>The promise of a request: fulfilled with an object, or rejected.</summary>
    public static readonly ImmutableArray<SettledPath> EitherWithObject =
        [new SettledPath { Value = AbstractValue.Object }, new SettledPath { Rejected = true, AfterRejection = true }];

    /// <summary>A promise that is never rejected.</summary>
    public static readonly ImmutableArray<SettledPath> Fulfilled = [new SettledPath()];

    /// <summary>Whether it ends in an error: the promise is rejected, the function throws.</summary>
    public bool Rejected { get; init; }

    /// <summary>Whether something was rejected or thrown on the way, even if it was caught.</summary>
    public bool AfterRejection { get; init; }

    /// <summary>Whether the way answers the request.</summary>
    public Completion Completion { get; init; }

    /// <summary>The first callback call on the way.</summary>
    public Node? Call { get; init; }

    /// <summary>The value that it ends with.</summary>
    public AbstractValue Value { get; init; } = AbstractValue.Unknown;

    /// <summary>Where the code ends that runs last; null where none of this file runs.</summary>
    public TextRange? End { get; init; }

    /// <summary>What it leaves behind that may still run.</summary>
    public ImmutableArray<Pending> Open { get; init; } = [];

    /// <summary>The places that explain it.</summary>
    public ImmutableArray<RelatedSpan> Notes { get; init; } = [];

    /// <summary>Whether it answers the request, or may still do so.</summary>
    public bool MayComplete => Completion != Completion.None || Open.Any(static pending => pending.MayComplete);

    /// <summary>Whether two ways can't be told apart by what follows from them.</summary>
    public bool SameAs(SettledPath other) =>
        Rejected == other.Rejected
        && AfterRejection == other.AfterRejection
        && Completion == other.Completion
        && ReferenceEquals(Call, other.Call)
        && End == other.End
        && Value.SameAs(other.Value)
        && Pending.Same(Open, other.Open);

    /// <summary>The ways without those that only repeat others.</summary>
    public static ImmutableArray<SettledPath> Distinct(IEnumerable<SettledPath> paths)
    {
        var distinct = ImmutableArray.CreateBuilder<SettledPath>();
        foreach (var path in paths)
        {
            if (!distinct.Any(path.SameAs))
            {
                distinct.Add(path);
            }
        }

        return distinct.ToImmutable();
    }
}
