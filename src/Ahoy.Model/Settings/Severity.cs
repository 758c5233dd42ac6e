namespace Ahoy.Model;

/// <summary>How much a problem matters. The names in settings files are <c>none</c>, <c>silent</c>, <c>suggestion</c>, <c>warning</c> and <c>error</c>.</summary>
public enum Severity
{
    /// <summary>The check does not run.</summary>
    None,

    /// <summary>Only tools see it.</summary>
    Hidden,

    /// <summary>Advice.</summary>
    Info,

    /// <summary>A likely bug.</summary>
    Warning,

    /// <summary>It certainly fails at deploy or at run time.</summary>
    Error,
}
