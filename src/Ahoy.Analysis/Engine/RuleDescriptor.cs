namespace Ahoy.Analysis.Engine;

/// <summary>
/// What is fixed about a rule. It is not Roslyn's <c>DiagnosticDescriptor</c>, so that rules also run in a process that
/// doesn't load the compiler.
/// </summary>
internal sealed class RuleDescriptor
{
    /// <summary>Describes a rule.</summary>
    /// <param name="id"><c>AHOYnnnn</c>.</param>
    /// <param name="category">Its group.</param>
    /// <param name="severity">Its severity where no setting says otherwise.</param>
    /// <param name="title">What it is about, in a few words: what the index of rules shows.</param>
    /// <param name="message">
    /// What is told at the place: what happens at run time, and what to do. A format string, whose arguments the rule gives.
    /// </param>
    public RuleDescriptor(string id, RuleCategory category, Severity severity, string title, string message)
    {
        Id = id;
        Category = category;
        Severity = severity;
        Title = title;
        Message = message;
    }

    public string Id { get; }

    public RuleCategory Category { get; }

    public Severity Severity { get; }

    public string Title { get; }

    public string Message { get; }

    /// <summary>Whether what it reports does nothing: editors fade it, and it is better removed than suppressed.</summary>
    public bool ReportsUnnecessaryCode { get; init; }

    /// <summary>The page that explains the rule.</summary>
    public string HelpLink => RuleDocumentation.PageOf(Id);

    /// <inheritdoc/>
    public override string ToString() => Id;
}
