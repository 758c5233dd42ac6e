namespace Ahoy.Analysis.Proving;

/// <summary>A point in a file that says when it is passed: before a statement or a part of an expression that is not always evaluated, or at a block's end.</summary>
/// <param name="Start">Where what it stands for begins, in the text as it is.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Function">The number of the function that it lies in.</param>
internal sealed record RunPoint(int Start, int End, int Function);
