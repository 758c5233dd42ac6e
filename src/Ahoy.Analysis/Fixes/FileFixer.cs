using Ahoy.Analysis.Rules;

namespace Ahoy.Analysis.Fixes;

/// <summary>
/// Puts right what one rule reports. Editors, "fix all" and <c>ahoy check --fix</c> share it: it knows neither workspaces nor
/// files, and gives edits of a text.
/// </summary>
/// <remarks>
/// A fixer has no state. Where it can't be sure that the result means what the author wants, it offers nothing. What would not
/// be valid JavaScript is never offered, because <see cref="FixCatalog"/> parses each result.
/// </remarks>
internal abstract class FileFixer
{
    /// <summary>The rule's id.</summary>
    public abstract string RuleId { get; }

    /// <summary>
    /// Whether it is asked only where the file has no syntax error: behind one, what the tree says may not be what is meant.
    /// </summary>
    public virtual bool NeedsValidFile => true;

    /// <summary>
    /// Whether the rules about handlers and promises are to look at the result before it is offered: it must leave less to find by this rule,
    /// and no more warnings by the others.
    /// </summary>
    public virtual bool NeedsProof => false;

    /// <summary>The ways to put the finding right, the best first.</summary>
    public abstract IEnumerable<Fix> Offer(FixRequest request);
}
