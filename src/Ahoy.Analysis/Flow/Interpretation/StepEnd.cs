using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Flow.Interpretation;

/// <summary>The end of a step.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Value">What is returned or waited for.</param>
/// <param name="Target">The index of the step that follows; -1 for the next one.</param>
internal readonly record struct StepEnd(StepEndKind Kind, Expression? Value, int Target);
