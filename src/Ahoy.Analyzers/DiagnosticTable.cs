using System.Collections.Immutable;
using Ahoy.Analysis.Engine;
using Ahoy.Analysis.Rules;
using Microsoft.CodeAnalysis;

namespace Ahoy.Analyzers;

/// <summary>The rules as the compiler knows them.</summary>
internal static class DiagnosticTable
{
    private static readonly ImmutableDictionary<string, DiagnosticDescriptor> s_byId =
        RuleCatalog.Descriptors.ToImmutableDictionary(rule => rule.Id, ToDescriptor, StringComparer.Ordinal);

    /// <summary>All of them.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } = [.. RuleCatalog.Descriptors.Select(Of)];

    /// <summary>The compiler's descriptor of a rule.</summary>
    public static DiagnosticDescriptor Of(RuleDescriptor rule) => s_byId[rule.Id];

    /// <summary>The compiler's name of a severity; there is none for <see cref="Severity.None"/>.</summary>
    public static DiagnosticSeverity ToDiagnosticSeverity(Severity severity) => severity switch
    {
        Severity.Error => DiagnosticSeverity.Error,
        Severity.Warning => DiagnosticSeverity.Warning,
        Severity.Info => DiagnosticSeverity.Info,
        _ => DiagnosticSeverity.Hidden,
    };

    private static DiagnosticDescriptor ToDescriptor(RuleDescriptor rule)
    {
        string[] tags = rule.ReportsUnnecessaryCode ? [WellKnownDiagnosticTags.Unnecessary] : [];
        return new DiagnosticDescriptor(
            rule.Id,
            rule.Title,
            rule.Message,
            CategoryNames.NameOf(rule.Category),
            ToDiagnosticSeverity(rule.Severity),
            isEnabledByDefault: true,
            description: null,
            helpLinkUri: rule.HelpLink,
            customTags: tags);
    }
}
