namespace Ahoy.JavaScript.Tests.ControlFlow.Oracle;

internal enum OutcomeKind
{
    Normal,
    Return,
    Throw,
    Break,
    Continue,
}
