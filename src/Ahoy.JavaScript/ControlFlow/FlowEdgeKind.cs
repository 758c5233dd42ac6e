namespace Ahoy.JavaScript.ControlFlow;

/// <summary>When an edge is taken.</summary>
public enum FlowEdgeKind : byte
{
    /// <summary>Always, when the block is done.</summary>
    Normal,

    /// <summary>When the condition is true; for a <c>case</c>, when it is the one.</summary>
    True,

    /// <summary>When the condition is false; for a <c>case</c>, when it is not the one.</summary>
    False,

    /// <summary>When the condition is null or undefined: <c>a ?? b</c>, <c>a ??= b</c>, <c>a?.b</c>.</summary>
    Nullish,

    /// <summary>When the condition is neither null nor undefined.</summary>
    NotNullish,

    /// <summary>When a pattern's default value is used, because there is no value.</summary>
    Default,

    /// <summary>When a pattern's default value is not used, because there is a value.</summary>
    NoDefault,

    /// <summary>When a <c>for</c>-<c>in</c> or <c>for</c>-<c>of</c> has a next value.</summary>
    Next,

    /// <summary>When a <c>for</c>-<c>in</c> or <c>for</c>-<c>of</c> has no more values.</summary>
    Done,

    /// <summary>When the block's last node throws. What the node itself would have done has not happened, or not all of it.</summary>
    Exception,

    /// <summary>After a <c>throw</c>.</summary>
    Throw,

    /// <summary>After a <c>return</c>, or after the expression that is an arrow function's body.</summary>
    Return,

    /// <summary>After a <c>break</c> or <c>continue</c>.</summary>
    Jump,

    /// <summary>At the end of a <c>finally</c> that was not entered from the end of its <c>try</c>: what was under way goes on.</summary>
    Resume,

    /// <summary>At a <c>yield</c> whose generator is ended from outside by <c>return()</c>.</summary>
    Abandon,
}
