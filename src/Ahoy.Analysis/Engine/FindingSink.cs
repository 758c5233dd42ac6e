using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Engine;

/// <summary>Takes what one rule finds in one file.</summary>
internal sealed class FindingSink
{
    private readonly List<Finding> _findings;

    public FindingSink(RuleDescriptor rule, List<Finding> findings)
    {
        Rule = rule;
        _findings = findings;
    }

    /// <summary>The rule that reports.</summary>
    public RuleDescriptor Rule { get; }

    /// <summary>Reports a node.</summary>
    public void Report(Node node, params object[] arguments) => Report(node.Start, node.End, arguments);

    /// <summary>Reports a span.</summary>
    public void Report(int start, int end, params object[] arguments) => Report(new Finding(Rule, start, end, arguments));

    /// <summary>Reports a finding that has more to it.</summary>
    public void Report(Finding finding) => _findings.Add(finding);
}
