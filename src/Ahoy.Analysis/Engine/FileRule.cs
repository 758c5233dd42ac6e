namespace Ahoy.Analysis.Engine;

/// <summary>
/// One rule of the catalogue. Parsing, caching, settings, suppression, order and cancellation are the engine's: a rule holds
/// its check alone.
/// </summary>
/// <remarks>A rule has no state: one instance checks many files at once.</remarks>
internal abstract class FileRule
{
    /// <summary>What is fixed about the rule.</summary>
    public abstract RuleDescriptor Descriptor { get; }

    /// <summary>Whether the rule is about endpoints only, not about the libraries beside them.</summary>
    public virtual bool EndpointsOnly => false;

    /// <summary>Whether the rule looks at Assets that are XML, too.</summary>
    public virtual bool ReadsMarkup => false;

    /// <summary>Whether the rule has something to say about minified code, too, which nobody has written as it stands there.</summary>
    public virtual bool ReadsMinified => false;

    /// <summary>Looks at a file and reports what it finds, in any order.</summary>
    public abstract void Check(FileContext file, FindingSink findings);
}
