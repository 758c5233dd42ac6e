namespace Ahoy.JavaScript.Parsing;

/// <summary>The language of a text.</summary>
public enum SourceLanguage
{
    /// <summary>ECMAScript.</summary>
    JavaScript,

    /// <summary>
    /// TypeScript without JSX: its types are passed over like white space, and what it compiles to something becomes the nodes of
    /// that (see docs/javascript.md).
    /// </summary>
    TypeScript,
}
