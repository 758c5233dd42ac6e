using Ahoy.Analysis.Engine;
using Ahoy.JavaScript.Scopes;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Flow.Interpretation;

/// <summary>
/// Knows which variables nobody asks for any more once a block is left: those that are named in it alone, and by the function alone that it stands in.
/// To remember what they held would keep paths apart that do not differ in anything that follows.
/// </summary>
internal sealed class BlockVariables
{
    private readonly NodeIndex _nodes;
    private readonly Dictionary<BlockStatement, List<Binding>> _byBlock = [];

    private BlockVariables(SourceFile source)
    {
        _nodes = source.Nodes;
        foreach (var scope in source.Scopes.Scopes)
        {
            foreach (var binding in scope.Bindings)
            {
                if (!scope.ContainsDirectEval && BlockOf(binding) is { } block)
                {
                    if (!_byBlock.TryGetValue(block, out var bindings))
                    {
                        _byBlock.Add(block, bindings = []);
                    }

                    bindings.Add(binding);
                }
            }
        }
    }

    /// <summary>Those of a file.</summary>
    public static BlockVariables Of(SourceFile source) => source.Get(static file => new BlockVariables(file));

    /// <summary>The paths that leave a block.</summary>
    /// <param name="block">The block.</param>
    /// <param name="states">The paths at its end.</param>
    /// <param name="repeats">Whether the block may be entered again, so that a <c>var</c> of it still has what it had.</param>
    public List<PathState> Leave(BlockStatement block, List<PathState> states, bool repeats) =>
        _byBlock.TryGetValue(block, out var bindings)
            ? states.ConvertAll(state =>
            {
                foreach (var binding in bindings)
                {
                    if (!(repeats && binding.Kind == BindingKind.Var) && state.Values.Contains(binding))
                    {
                        state = state.With(binding, AbstractValue.Unknown);
                    }
                }

                return state;
            })
            : states;

    // The innermost block that holds all that names the variable; null where that is a function's body, or another function names it.
    private BlockStatement? BlockOf(Binding binding)
    {
        if (binding.Kind is not (BindingKind.Var or BindingKind.Let or BindingKind.Const))
        {
            return null;
        }

        var owner = binding.Scope.Function;
        var (first, start, end) = (default(Node), int.MaxValue, 0);
        foreach (var reference in binding.References)
        {
            if (!ReferenceEquals(reference.Scope.Function, owner))
            {
                return null;
            }

            first ??= reference.Identifier;
            start = Math.Min(start, reference.Identifier.Start);
            end = Math.Max(end, reference.Identifier.End);
        }

        for (var node = first; node is not null and not IFunction; node = _nodes.ParentOf(node))
        {
            if (node is BlockStatement block && block.Start <= start && end <= block.End)
            {
                return _nodes.ParentOf(block) is IFunction ? null : block;
            }
        }

        return null;
    }
}
