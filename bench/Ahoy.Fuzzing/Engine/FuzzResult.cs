namespace Ahoy.Fuzzing.Engine;

/// <summary>What a session has done.</summary>
/// <param name="Inputs">How many inputs were run.</param>
/// <param name="Kept">How many of them took new branches, and were changed further.</param>
/// <param name="Branches">How many branches were taken; 0 where the assemblies are not instrumented.</param>
public sealed record FuzzResult(long Inputs, int Kept, int Branches);
