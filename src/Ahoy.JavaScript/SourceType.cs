namespace Ahoy.JavaScript;

/// <summary>How a file is to be read.</summary>
public enum SourceType : byte
{
    /// <summary>A classic script.</summary>
    Script,

    /// <summary>An ECMAScript module.</summary>
    Module,

    /// <summary>A script that Node wraps in a function: <c>return</c> and <c>new.target</c> may stand at its top level.</summary>
    CommonJs,
}
