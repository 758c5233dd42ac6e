namespace Ahoy.TestSupport.Analyzers;

/// <summary>A span that a test marked in its source.</summary>
/// <param name="Label">What is written before the colon in <c>{|label:…|}</c>; empty for <c>[|…|]</c>.</param>
/// <param name="Start">Its start in the source without the marks.</param>
/// <param name="End">Its end in the source without the marks.</param>
public sealed record MarkedSpan(string Label, int Start, int End);
