using System.Collections.Immutable;
using Ahoy.Analysis.Engine;

namespace Ahoy.Analysis.Flow;

/// <summary>A place on a handler's paths that a rule is about.</summary>
internal sealed record FlowFinding(FlowRule Rule, TextRange Span, ImmutableArray<RelatedSpan> Related);
