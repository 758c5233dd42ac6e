using Ahoy.JavaScript.Lexing;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.JavaScript.Parsing;

/// <content>Imports and exports.</content>
internal sealed partial class Parser
{
    private HashSet<string>? _exportedNames;
    private List<Identifier>? _exportedBindings;

    /// <summary>Reports an import or export where there may be none. It is parsed all the same.</summary>
    private void CheckModuleSyntax(Embedding embedding)
    {
        if (_sourceType != SourceType.Module)
        {
            ReportHere(SyntaxErrorCode.ModuleSyntaxInScript, Operators.Text(Kind));
        }
        else if (_depth > 1 || embedding != Embedding.None)
        {
            ReportHere(SyntaxErrorCode.ModuleSyntaxNotAtTop, Operators.Text(Kind));
        }
    }

    private ImportDeclaration ParseImport(Embedding embedding)
    {
        var start = _lexer.Start;
        CheckModuleSyntax(embedding);
        Next();
        var list = _nodes.Mark;
        Expression source;
        if (Kind == TokenKind.String)
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
        return new ImportDeclaration(start, _lexer.LastEnd, specifiers, source, attributes);
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

    private void ParseBraced(Func<Node> parseSpecifier, string purpose)
    {
        var opener = _lexer.Start;
        Next();
        while (Kind.IsName() || Kind == TokenKind.String)
        {
            _nodes.Add(parseSpecifier());
            if (Kind != TokenKind.CloseBrace && !Eat(TokenKind.Comma))
            {
                break;
            }
        }

        ExpectClosing(TokenKind.CloseBrace, opener, purpose);
    }

    private Node ParseImportSpecifier()
    {
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

    private Statement ParseExport(Embedding embedding)
    {
        var start = _lexer.Start;
        CheckModuleSyntax(embedding);
        Next();
        switch (Kind)
        {
            case TokenKind.Star:
                return ParseExportAll(start);
            case TokenKind.Default:
                return ParseExportDefault(start);
            case TokenKind.OpenBrace:
                return ParseExportNamed(start);
            default:
                return ParseExportDeclaration(start);
        }
    }

    private ExportAllDeclaration ParseExportAll(int start)
    {
        Next();
        Node? exported = null;
        if (EatContextual(TokenKind.As))
        {
            exported = ParseModuleName();
            AddExport(exported);
        }

        var source = ParseFrom();
        var attributes = ParseAttributes();
        ConsumeSemicolon();
        return new ExportAllDeclaration(start, _lexer.LastEnd, exported, source, attributes);
    }

    private ExportDefaultDeclaration ParseExportDefault(int start)
    {
        AddExport("default", _lexer.Start, _lexer.End);
        Next();
        Node declaration;
        if (Kind == TokenKind.Function || (Kind == TokenKind.Async && IsAsyncFunction()))
        {
            declaration = ParseFunctionDeclaration(isDefaultExport: true);
        }
        else if (Kind == TokenKind.Class)
        {
            declaration = ParseClassDeclaration(isDefaultExport: true);
        }
        else
        {
            declaration = ParseAssignment();
            ConsumeSemicolon();
        }

        return new ExportDefaultDeclaration(start, _lexer.LastEnd, declaration);
    }

    private ExportNamedDeclaration ParseExportNamed(int start)
    {
        var list = _nodes.Mark;
        ParseBraced(ParseExportSpecifier, "to close these exports");
        var specifiers = _nodes.Take<ExportSpecifier>(list);
        Expression? source = null;
        if (EatContextual(TokenKind.From))
        {
            source = ParseModuleSpecifier();
        }

        NodeList<ImportAttribute> attributes = default;
        if (source is not null)
        {
            attributes = ParseAttributes();
        }
        else
        {
            CheckExportedLocals(specifiers);
        }

        ConsumeSemicolon();
        return new ExportNamedDeclaration(start, _lexer.LastEnd, null, specifiers, source, attributes);
    }

    private Node ParseExportSpecifier()
    {
        var start = _lexer.Start;
        var local = ParseModuleName();
        var exported = EatContextual(TokenKind.As) ? ParseModuleName() : local;
        AddExport(exported);
        return new ExportSpecifier(start, _lexer.LastEnd, local, exported);
    }

    private void CheckExportedLocals(NodeList<ExportSpecifier> specifiers)
    {
        foreach (var specifier in specifiers)
        {
            if (specifier.Local is not Identifier name)
            {
                Report(SyntaxErrorCode.ExportOfString, specifier.Local);
            }
            else if (_names.Kind(_names.Find(name.Name)) is var kind && (kind.IsKeyword() || kind == TokenKind.Await || (IsStrict && kind.IsReservedInStrict())))
            {
                Report(SyntaxErrorCode.ReservedWord, name, name.Name);
            }
            else if (!name.IsMissing)
            {
                (_exportedBindings ??= []).Add(name);
            }
        }
    }

    private Statement ParseExportDeclaration(int start)
    {
        if (Kind is not (TokenKind.Var or TokenKind.Const or TokenKind.Class or TokenKind.Function)
            && !(Kind == TokenKind.Let && IsLetDeclaration(Embedding.None))
            && !(Kind == TokenKind.Async && IsAsyncFunction()))
        {
            Unexpected(SyntaxErrorCode.ExpectedExport);
            return new ExportNamedDeclaration(start, _lexer.LastEnd, null, default, null, default);
        }

        var declaration = ParseStatementOrDeclaration();
        AddExports(declaration);
        return new ExportNamedDeclaration(start, _lexer.LastEnd, declaration, default, null, default);
    }

    private void AddExports(Statement declaration)
    {
        switch (declaration)
        {
            case FunctionDeclaration { Id: { } name }:
                AddExport(name);
                break;
            case ClassDeclaration { Id: { } name }:
                AddExport(name);
                break;
            case VariableDeclaration variables:
                foreach (var declarator in variables.Declarations)
                {
                    ForEachBoundName(declarator.Id, AddExport);
                }

                break;
        }
    }

    private void AddExport(Node name) => AddExport(NameOf(name), name.Start, name.End);

    private void AddExport(string name, int start, int end)
    {
        if (name.Length > 0 && !(_exportedNames ??= new HashSet<string>(StringComparer.Ordinal)).Add(name))
        {
            _errors.Report(SyntaxErrorCode.DuplicateExport, start, end, name);
        }
    }

    private void CheckExportsAreDeclared()
    {
        foreach (var name in _exportedBindings ?? [])
        {
            if (!_declarations.IsDeclared(_names.Find(name.Name)))
            {
                Report(SyntaxErrorCode.UndeclaredExport, name, name.Name);
            }
        }
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
