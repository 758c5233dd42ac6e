using Ahoy.Analysis.Engine;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Platform.Tracking;

/// <summary>Tracks one of the handler's parameters.</summary>
/// <remarks>
/// Besides the handler's own, a parameter of any function counts that has the name which documentation gives it: that is how
/// libraries and wrappers call it.
/// </remarks>
internal sealed class ParameterValues : TrackedValues
{
    private readonly string? _name;
    private readonly Func<Handler, Node?> _parameter;

    private ParameterValues(SourceFile file, string? name, Func<Handler, Node?> parameter, params string[] path)
        : base(file, path)
    {
        _name = name;
        _parameter = parameter;
    }

    /// <summary>Tracks <c>event.request.headers</c>.</summary>
    public static ParameterValues Headers(SourceFile file) =>
        new(file, "event", static handler => handler.Event, "request", "headers");

    /// <summary>Tracks <c>event</c>, in which the request's parameters are.</summary>
    public static ParameterValues Event(SourceFile file) => new(file, "event", static handler => handler.Event);

    /// <summary>Tracks <c>context</c>.</summary>
    public static ParameterValues Context(SourceFile file) => new(file, "context", static handler => handler.Context);

    /// <summary>Tracks the <c>context</c> of handlers alone, whatever else has that name.</summary>
    public static ParameterValues HandlersContext(SourceFile file) => new(file, name: null, static handler => handler.Context);

    /// <summary>
    /// Tracks the handler's callback, by whatever name the file has for it. It answers "is this the handler's callback?" for rules
    /// and fixes alike; what became of the callback on a path is <c>HandlerPaths</c>' to say.
    /// </summary>
    public static ParameterValues Callback(SourceFile file) => new(file, name: null, static handler => handler.Callback);

    protected override bool IsRootParameter(IFunction function, Node pattern) =>
        (_name is not null && pattern is Identifier name && name.Name == _name && !IsHook(function))
        || (File.Handlers.Of(function) is { } handler && ReferenceEquals(_parameter(handler), pattern));

    /// <summary>
    /// Whether a function is handed to something else's call, which gives it an event of its own:
    /// <c>Sentry.init({ beforeSend(event) { … } })</c>. What wraps handlers gives them two parameters and more.
    /// </summary>
    private bool IsHook(IFunction function)
    {
        var parent = File.Nodes.ParentOf((Node)function);
        while (parent is Property or ObjectExpression)
        {
            parent = File.Nodes.ParentOf(parent);
        }

        return function.Params.Count < 2 && parent is (CallExpression or NewExpression);
    }
}
