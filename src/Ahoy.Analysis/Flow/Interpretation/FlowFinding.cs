using System.Collections.Immutable;
using Ahoy.Analysis.Engine;

namespace Ahoy.Analysis.Flow.Interpretation;

/// <summary>A place on a handler's paths that a rule is about.</summary>
internal sealed record FlowFinding(FlowFindingKind Kind, TextRange Span, ImmutableArray<RelatedSpan> Related);
