using Ahoy.JavaScript.Lexing;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.JavaScript.Parsing;

/// <content>Imports, and what they share with exports.</content>
internal sealed partial class Parser
{
    /// <summary>Reports an import or export where there may be none. It is parsed all the same.</summary>
    private void CheckModuleSyntax(Embedding embedding)
    {
        if (_ambientDepth > 0)
        {
            return;
        }

        if (_typeScript ? _namespaceDepth > 0 : _sourceType != SourceType.Module)
        {
            ReportHere(SyntaxErrorCode.ModuleSyntaxInScript, Operators.Text(Kind));
        }
        else if (_depth > 1 || embedding != Embedding.None)
        {
            ReportHere(SyntaxErrorCode.ModuleSyntaxNotAtTop, Operators.Text(Kind));
        }
    }

    private Statement ParseImport(Embedding embedding)
    {
        var start = _lexer.Start;
        if (_typeScript && TryParseTypeScriptImport() is { } other)
        {
            return other;
        }

        CheckModuleSyntax(embedding);
        Next();
        var list = _nodes.Mark;
        Expression source;
        var hasNames = Kind != TokenKind.String;
        if (!hasNames)
        {
            source = ParseString();
        }
        else
        {
            ParseImportSpecifiers();
            source = ParseFrom();
        }

        var specifiers = _nodes.Take<Node>(list);
        var attributes = ParseAttributes();
        ConsumeSemicolon();
        var declaration = new ImportDeclaration(start, _lexer.LastEnd, specifiers, source, attributes);
        if (_typeScript && hasNames)
        {
            (_imports ??= []).Add(declaration);
        }

        return declaration;
    }

    private void ParseImportSpecifiers()
    {
        if (Kind.IsIdentifier())
        {
            var local = ParseImportedBinding();
            _nodes.Add(new ImportDefaultSpecifier(local.Start, _lexer.LastEnd, local));
            if (!Eat(TokenKind.Comma))
            {
                return;
            }
        }

        if (Kind == TokenKind.Star)
        {
            var start = _lexer.Start;
            Next();
            ExpectContextual(TokenKind.As, "after '*'");
            var local = ParseImportedBinding();
            _nodes.Add(new ImportNamespaceSpecifier(start, _lexer.LastEnd, local));
        }
        else if (Kind == TokenKind.OpenBrace)
        {
            ParseBraced(ParseImportSpecifier, "to close these imports");
        }
        else
        {
            Unexpected(SyntaxErrorCode.ExpectedImport);
        }
    }

    private void ParseBraced(Func<Node?> parseSpecifier, string purpose)
    {
        var opener = _lexer.Start;
        Next();
        while (Kind.IsName() || Kind == TokenKind.String)
        {
            if (parseSpecifier() is { } specifier)
            {
                _nodes.Add(specifier);
            }

            if (Kind != TokenKind.CloseBrace && !Eat(TokenKind.Comma))
            {
                break;
            }
        }

        ExpectClosing(TokenKind.CloseBrace, opener, purpose);
    }

    private Node? ParseImportSpecifier()
    {
        if (_typeScript && TrySkipTypeSpecifier())
        {
            return null;
        }

        var start = _lexer.Start;
        var state = _lexer.Save();
        var imported = ParseModuleName();
        if (EatContextual(TokenKind.As))
        {
            var local = ParseImportedBinding();
            return new ImportSpecifier(start, _lexer.LastEnd, imported, local);
        }

        // The name is the binding as well: it is looked at again as such.
        _lexer.Restore(state);
        return imported is Identifier name && (Kind.IsIdentifier() || Kind == TokenKind.EscapedKeyword)
            ? ParseImportOfSameName(name)
            : ParseUnnamedImport(imported);
    }

    private ImportSpecifier ParseImportOfSameName(Identifier name)
    {
        CheckBinding(Binding.Lexical);
        DeclareCurrent(Binding.Lexical);
        Next();
        return new ImportSpecifier(name.Start, name.End, name, name);
    }

    private ImportSpecifier ParseUnnamedImport(Node imported)
    {
        ReportHere(SyntaxErrorCode.ImportNeedsName);
        Next();
        return new ImportSpecifier(imported.Start, imported.End, imported, Missing());
    }

    private Identifier ParseImportedBinding()
    {
        if (!Kind.IsIdentifier() && Kind != TokenKind.EscapedKeyword)
        {
            Unexpected(SyntaxErrorCode.ExpectedName);
            return Missing();
        }

        CheckBinding(Binding.Lexical);
        DeclareCurrent(Binding.Lexical);
        return ParseAnyName();
    }

    private Expression ParseFrom()
    {
        if (!EatContextual(TokenKind.From))
        {
            Unexpected(SyntaxErrorCode.ExpectedToken, "'from' and the name of a module");
        }

        return ParseModuleSpecifier();
    }

    private Expression ParseModuleSpecifier()
    {
        if (Kind == TokenKind.String)
        {
            return ParseString();
        }

        Unexpected(SyntaxErrorCode.ExpectedToken, "the name of a module, in quotes");
        return Missing();
    }

    private NodeList<ImportAttribute> ParseAttributes()
    {
        if (!Eat(TokenKind.With))
        {
            return default;
        }

        var opener = _lexer.Start;
        var list = _nodes.Mark;
        var keys = new HashSet<string>(StringComparer.Ordinal);
        Expect(TokenKind.OpenBrace, "to open the attributes");
        while (Kind.IsName() || Kind == TokenKind.String)
        {
            _nodes.Add(ParseAttribute(keys));
            if (Kind != TokenKind.CloseBrace && !Eat(TokenKind.Comma))
            {
                break;
            }
        }

        ExpectClosing(TokenKind.CloseBrace, opener, "to close the attributes");
        return _nodes.Take<ImportAttribute>(list);
    }

    private ImportAttribute ParseAttribute(HashSet<string> keys)
    {
        var start = _lexer.Start;
        Node key = Kind == TokenKind.String ? ParseString() : ParseAnyName();
        if (!keys.Add(NameOf(key)))
        {
            Report(SyntaxErrorCode.DuplicateAttribute, key, NameOf(key));
        }

        Expect(TokenKind.Colon, "after the name of an attribute");
        Expression value;
        if (Kind == TokenKind.String)
        {
            value = ParseString();
        }
        else
        {
            Unexpected(SyntaxErrorCode.ExpectedToken, "the value of this attribute, in quotes");
            value = Missing();
        }

        return new ImportAttribute(start, _lexer.LastEnd, key, value);
    }

    private Node ParseModuleName()
    {
        if (Kind == TokenKind.String)
        {
            var literal = ParseString();
            if (!IsWellFormed(literal.Value))
            {
                Report(SyntaxErrorCode.ModuleNameNotWellFormed, literal);
            }

            return literal;
        }

        if (Kind.IsName())
        {
            return ParseAnyName();
        }

        Unexpected(SyntaxErrorCode.ExpectedName);
        return Missing();
    }

    private static string NameOf(Node name) => name is StringLiteral literal ? literal.Value : ((Identifier)name).Name;

    private static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
            {
                continue;
            }

            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
            {
                return false;
            }

            i++;
        }

        return true;
    }

    private bool EatContextual(TokenKind kind)
    {
        if (!IsContextual(kind))
        {
            return false;
        }

        Next();
        return true;
    }

    private void ExpectContextual(TokenKind kind, string purpose)
    {
        if (!EatContextual(kind))
        {
            Unexpected(SyntaxErrorCode.ExpectedToken, $"'{Operators.Text(kind)}' {purpose}");
        }
    }
}
