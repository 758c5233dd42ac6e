using System.Collections.Immutable;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Flow.Interpretation;

/// <summary>Something that a path has started and that goes on by itself.</summary>
internal sealed class Pending(PendingKind kind, Node node, ImmutableArray<SettledPath> paths, PromiseValue? promise = null)
{
    public PendingKind Kind => kind;

    /// <summary>The expression that started it.</summary>
    public Node Node => node;

    /// <summary>The ways in which it can end.</summary>
    public ImmutableArray<SettledPath> Paths => paths;

    /// <summary>The promise for its end, where there is one.</summary>
    public PromiseValue? Promise => promise;

    /// <summary>Whether a loop may start it any number of times.</summary>
    public bool Repeats { get; init; }

    /// <summary>Whether it may answer the request.</summary>
    public bool MayComplete { get; } = paths.Any(static path => path.MayComplete);

    /// <summary>Whether it is work with continuations of its own, none of which answers the request.</summary>
    public bool IsLooseChain => kind == PendingKind.Chain && !MayComplete;

    /// <summary>The same, started in a loop.</summary>
    public Pending Repeated() => Repeats ? this : new Pending(kind, node, paths, promise) { Repeats = true };

    /// <summary>A number that is the same for what <see cref="Same"/> takes for the same.</summary>
    public static int SignatureOf(ImmutableArray<Pending> open)
    {
        var signature = 0;
        foreach (var pending in open)
        {
            signature = unchecked((signature * 31) + pending.Node.GetHashCode());
        }

        return signature;
    }

    public static bool Same(ImmutableArray<Pending> left, ImmutableArray<Pending> right)
    {
        if (left.Length != right.Length)
        {
            return false;
        }

        for (var i = 0; i < left.Length; i++)
        {
            if (!ReferenceEquals(left[i].Node, right[i].Node))
            {
                return false;
            }
        }

        return true;
    }
}
