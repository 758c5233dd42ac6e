namespace Ahoy.JavaScript;

/// <summary>What a <see cref="Token"/> is.</summary>
public enum TokenType : byte
{
    /// <summary>A name that is no reserved word.</summary>
    Identifier,

    /// <summary>A reserved word, <c>true</c>, <c>false</c> and <c>null</c> included.</summary>
    Keyword,

    /// <summary>A private name, with its <c>#</c>.</summary>
    PrivateIdentifier,

    /// <summary>An operator or a bracket.</summary>
    Punctuator,

    /// <summary>A number or a BigInt.</summary>
    Number,

    /// <summary>A string, with its quotes.</summary>
    String,

    /// <summary>A part of a template, with the delimiters around it.</summary>
    Template,

    /// <summary>A regular expression, with its flags.</summary>
    RegExp,

    /// <summary>A character that no token starts with.</summary>
    Invalid,
}
