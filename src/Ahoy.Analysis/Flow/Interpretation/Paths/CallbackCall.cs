using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Flow.Interpretation;

/// <summary>A call of the callback on a path, and the run of the function in which it happens.</summary>
internal sealed class CallbackCall(Node node, Frame frame)
{
    public Node Node => node;

    public Frame Frame => frame;
}
