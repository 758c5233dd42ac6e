using Ahoy.Analysis.Platform;
using Ahoy.Analysis.Platform.Tracking;
using Ahoy.JavaScript.Scopes;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Fixes.Transformations;

/// <summary>Finds the name by which the invocation can be completed at some place.</summary>
internal static class CallbackFinder
{
    /// <summary>The callback that a promise chain should call; null where none is in sight.</summary>
    public static Binding? For(FixRequest request, CallExpression chain) =>
        HandlersCallback(request, chain) ?? Visible(request, chain, CalledBy(request, chain));

    /// <summary>The handler's callback, where it can be called from a place; null where none is in sight.</summary>
    public static Binding? At(FixRequest request, Node place) => HandlersCallback(request, place);

    /// <summary>Whether a name means the same variable at some place.</summary>
    public static bool IsVisible(FixRequest request, Binding binding, Scope place) =>
        ReferenceEquals(place.Resolve(binding.Name), binding);

    private static Binding? Visible(FixRequest request, Node place, Binding? binding) =>
        binding is not null && IsVisible(request, binding, request.Scopes.EnclosingScope(place)) ? binding : null;

    /// <summary>The nearest parameter that is the handler's callback: the handler's own, or a helper's that is called with it.</summary>
    private static Binding? HandlersCallback(FixRequest request, Node place)
    {
        var callback = ParameterValues.Callback(request.File.Source);
        return request.Nodes.AncestorsOf(place).OfType<IFunction>()
            .SelectMany(static function => function.Params)
            .Select(parameter => request.Scopes.BindingOf(parameter.WithoutDefault()))
            .FirstOrDefault(binding => binding is { Identifier: { } name } && callback.Is(name) && Visible(request, place, binding) is not null);
    }

    /// <summary>In a helper function: the parameter that the chain calls when all goes well.</summary>
    private static Binding? CalledBy(FixRequest request, CallExpression chain)
    {
        foreach (var call in request.Nodes.Calls)
        {
            if (call.IsIn(chain)
                && request.Scopes.BindingOf(call.Callee) is { Kind: BindingKind.Parameter, Declaration: IFunction owner } binding
                && chain.IsIn((Node)owner))
            {
                return binding;
            }
        }

        return null;
    }
}
