using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Platform;

/// <summary>The function that the platform calls.</summary>
internal sealed class Handler
{
    private const int ContextIndex = 0;
    private const int EventIndex = 1;
    private const int CallbackIndex = 2;

    public Handler(IFunction function, Node export, CallExpression? wrapper)
    {
        Function = function;
        Export = export;
        Wrapper = wrapper;
    }

    /// <summary>The function.</summary>
    public IFunction Function { get; }

    /// <summary>What exports it: an assignment, a property, an <c>export</c>.</summary>
    public Node Export { get; }

    /// <summary>The call that it is passed to, which gives what is exported: <c>TokenValidator(function (…) { … })</c>; null where there is none.</summary>
    public CallExpression? Wrapper { get; }

    /// <summary>The pattern of the first parameter; null where it is not declared by itself.</summary>
    public Node? Context => ParameterAt(ContextIndex);

    /// <summary>The pattern of the second parameter.</summary>
    public Node? Event => ParameterAt(EventIndex);

    /// <summary>The pattern of the third parameter, which is the callback.</summary>
    public Node? Callback => ParameterAt(CallbackIndex);

    /// <summary>Whether a rest parameter or <c>arguments</c> may take what no parameter of its own takes.</summary>
    public bool HasRest => Function.Params.Count > 0 && Function.Params[Function.Params.Count - 1] is RestElement;

    private Node? ParameterAt(int index) =>
        index < Function.Params.Count && Function.Params[index] is not RestElement ? Function.Params[index].WithoutDefault() : null;
}
