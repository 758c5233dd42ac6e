using System.Collections.Immutable;
using System.Globalization;

namespace Ahoy.Analysis.Engine;

/// <summary>One place where a rule applies.</summary>
internal sealed class Finding
{
    public Finding(RuleDescriptor rule, int start, int end, params object[] arguments)
    {
        Rule = rule;
        Start = start;
        End = end;
        Arguments = arguments;
        Severity = rule.Severity;
    }

    /// <summary>The rule.</summary>
    public RuleDescriptor Rule { get; }

    /// <summary>The offset of the first UTF-16 code unit that is reported.</summary>
    public int Start { get; }

    /// <summary>The offset after the last one.</summary>
    public int End { get; }

    /// <summary>What the message's format is filled with.</summary>
    public object[] Arguments { get; }

    /// <summary>How much it matters: the rule's severity, less where the rule says so, or what the settings say.</summary>
    public Severity Severity { get; init; }

    /// <summary>Whether it is about the whole file: it stands at its start, and a suppression before the first statement covers it.</summary>
    public bool WholeFile { get; init; }

    /// <summary>The other places that explain this one, in the order in which they happen.</summary>
    public ImmutableArray<RelatedSpan> Related { get; init; } = [];

    /// <summary>What a code fix needs to know.</summary>
    public ImmutableDictionary<string, string?> Properties { get; init; } = ImmutableDictionary<string, string?>.Empty;

    /// <summary>The message.</summary>
    public string Message => Arguments.Length == 0 ? Rule.Message : string.Format(CultureInfo.InvariantCulture, Rule.Message, Arguments);

    /// <summary>The same finding with another severity.</summary>
    public Finding With(Severity severity) => severity == Severity
        ? this
        : new Finding(Rule, Start, End, Arguments)
        {
            Severity = severity,
            WholeFile = WholeFile,
            Related = Related,
            Properties = Properties,
        };

    /// <inheritdoc/>
    public override string ToString() => $"{Rule.Id} {Start}..{End}: {Message}";
}
