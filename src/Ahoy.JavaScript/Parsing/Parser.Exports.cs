using Ahoy.JavaScript.Lexing;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.JavaScript.Parsing;

/// <content>Exports.</content>
internal sealed partial class Parser
{
    private HashSet<string>? _exportedNames;
    private List<Identifier>? _exportedBindings;

    private Statement ParseExport(Embedding embedding)
    {
        var start = _lexer.Start;
        if (_typeScript && TryParseTypeScriptExport(embedding) is { } other)
        {
            return other;
        }

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

    private Statement ParseExportDefault(int start)
    {
        AddExport("default", _lexer.Start, _lexer.End);
        Next();
        Node declaration;
        if (_typeScript && TryParseTypeScriptStatement(Embedding.None, isDefaultExport: true) is { } other)
        {
            return other is EmptyStatement ? new EmptyStatement(start, _lexer.LastEnd) : new ExportDefaultDeclaration(start, _lexer.LastEnd, other);
        }

        if (Kind == TokenKind.Function || (Kind == TokenKind.Async && IsAsyncFunction()))
        {
            declaration = ParseFunctionDeclaration(isDefaultExport: true);
            if (declaration is EmptyStatement)
            {
                return new EmptyStatement(start, _lexer.LastEnd);
            }
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

    private Node? ParseExportSpecifier()
    {
        if (_typeScript && TrySkipTypeSpecifier())
        {
            return null;
        }

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
            else if (IsReserved(name))
            {
                Report(SyntaxErrorCode.ReservedWord, name, name.Name);
            }
            else if (!name.IsMissing)
            {
                (_exportedBindings ??= []).Add(name);
            }
        }
    }

    private bool IsReserved(Identifier name)
    {
        var kind = _names.Kind(_names.Find(name.Name));
        return kind.IsKeyword() || kind == TokenKind.Await || (IsStrict && kind.IsReservedInStrict());
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
        if (declaration is EmptyStatement)
        {
            return new EmptyStatement(start, _lexer.LastEnd);
        }

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
        // Declarations of TypeScript may be merged: that is its compiler's to judge.
        if (name.Length > 0 && !_typeScript && !(_exportedNames ??= new HashSet<string>(StringComparer.Ordinal)).Add(name))
        {
            _errors.Report(SyntaxErrorCode.DuplicateExport, start, end, name);
        }
    }

    private void CheckExportsAreDeclared()
    {
        foreach (var name in _exportedBindings ?? [])
        {
            if (!_declarations.IsDeclared(_names.Find(name.Name)) && _erasedNames?.Contains(name.Name) != true)
            {
                Report(SyntaxErrorCode.UndeclaredExport, name, name.Name);
            }
        }
    }
}
