using Ahoy.TestSupport.Analyzers;

namespace Ahoy.Analysis.Tests.Compiled;

/// <summary>A case as a compiler has put it.</summary>
/// <param name="Case">The case.</param>
/// <param name="Expected">The rules that report in its source.</param>
/// <param name="Text">The output.</param>
public sealed record CompiledCase(RuleCase Case, IReadOnlySet<string> Expected, string Text);
