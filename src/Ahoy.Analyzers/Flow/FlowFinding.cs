using System.Collections.Immutable;
using Ahoy.Analyzers.Infrastructure;
using Microsoft.CodeAnalysis.Text;

namespace Ahoy.Analyzers.Flow;

/// <summary>A place on a handler's paths that a rule is about.</summary>
internal sealed record FlowFinding(FlowRule Rule, TextSpan Span, ImmutableArray<RelatedSpan> Related);
