using Ahoy.JavaScript.Lexing;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.JavaScript.Parsing;

/// <content>TypeScript's imports and exports.</content>
internal sealed partial class Parser
{
    /// <summary>Parses <c>import type …</c> and <c>import a = …</c>; null where the current <c>import</c> is JavaScript's.</summary>
    private Statement? TryParseTypeScriptImport()
    {
        var start = _lexer.Start;
        var state = _lexer.Save();
        Next();
        if (IsWord("type") && IsTypeOnlyClause())
        {
            Next();
            return EraseImport(start);
        }

        if (Kind.IsIdentifier() && Peek() == TokenKind.Assign)
        {
            return ParseImportAlias(start);
        }

        _lexer.Restore(state);
        return null;
    }

    /// <summary>Whether the current <c>type</c> is no name itself, but says that the names behind it are those of types.</summary>
    private bool IsTypeOnlyClause()
    {
        var state = _lexer.Save();
        Next();
        var isTypeOnly = Kind is TokenKind.OpenBrace or TokenKind.Star
            || (Kind.IsIdentifier() && (Kind != TokenKind.From || Peek() is TokenKind.From or TokenKind.Assign));
        _lexer.Restore(state);
        return isTypeOnly;
    }

    /// <summary>Passes over what imports or exports types only, from its names on.</summary>
    private EmptyStatement EraseImport(int start)
    {
        if (Kind.IsIdentifier() && Kind != TokenKind.From)
        {
            EraseName();
        }
        else if (Kind == TokenKind.From && Peek() is TokenKind.From or TokenKind.Assign)
        {
            Next();
        }

        if (Eat(TokenKind.Assign))
        {
            ParseAliasTarget();
            ConsumeSemicolon();
            return new EmptyStatement(start, _lexer.LastEnd);
        }

        Eat(TokenKind.Comma);
        EraseNames();
        if (EatContextual(TokenKind.From))
        {
            ParseModuleSpecifier();
            ParseAttributes();
        }

        ConsumeSemicolon();
        return new EmptyStatement(start, _lexer.LastEnd);
    }

    private void EraseNames()
    {
        if (Eat(TokenKind.Star))
        {
            if (EatContextual(TokenKind.As))
            {
                Erase(CurrentName);
                Next();
            }
        }
        else if (Kind == TokenKind.OpenBrace)
        {
            var opener = _lexer.Start;
            Next();
            while (Kind.IsName() || Kind is TokenKind.String or TokenKind.Comma)
            {
                if (Kind.IsName() && Peek() is TokenKind.Comma or TokenKind.CloseBrace)
                {
                    Erase(CurrentName);
                }

                Next();
            }

            ExpectClosing(TokenKind.CloseBrace, opener, "to close these names");
        }
    }

    /// <summary><c>import a = require("m")</c> and <c>import a = B.c</c> become a <c>const</c>.</summary>
    private VariableDeclaration ParseImportAlias(int start)
    {
        CheckBinding(Binding.Var);
        DeclareMerged(new Identifier(_lexer.Start, _lexer.End, CurrentName));
        var name = ParseAnyName();
        Next();
        var value = ParseAliasTarget();
        ConsumeSemicolon();
        var declarator = new VariableDeclarator(name.Start, value.End, name, value);
        var alias = new VariableDeclaration(start, _lexer.LastEnd, NodesOf<VariableDeclarator>(declarator), VariableDeclarationKind.Const);
        (_imports ??= []).Add(alias);
        return alias;
    }

    private Expression ParseAliasTarget()
    {
        var mark = _cover.Count;
        var value = ParseSubscripted();
        FlushCover(mark);
        return value;
    }

    /// <summary>Passes over <c>type A</c> and <c>type A as B</c> in the braces of an import or export.</summary>
    private bool TrySkipTypeSpecifier()
    {
        if (!IsWord("type") || Peek() is var next && !next.IsName() && next != TokenKind.String)
        {
            return false;
        }

        var state = _lexer.Save();
        Next();
        if (Kind == TokenKind.As && !IsTypeNamedAs())
        {
            _lexer.Restore(state);
            return false;
        }

        var local = Kind == TokenKind.String ? string.Empty : CurrentName;
        Next();
        if (EatContextual(TokenKind.As))
        {
            local = Kind == TokenKind.String ? string.Empty : CurrentName;
            Next();
        }

        Erase(local);
        return true;
    }

    /// <summary>Behind <c>type</c>, at <c>as</c>: whether that is the name of the type, and not <c>type as b</c>.</summary>
    private bool IsTypeNamedAs()
    {
        var state = _lexer.Save();
        Next();
        var isName = Kind is TokenKind.Comma or TokenKind.CloseBrace || (Kind == TokenKind.As && Peek().IsName());
        _lexer.Restore(state);
        return isName;
    }

    /// <summary>Parses an export that JavaScript does not have; null where the current <c>export</c> is JavaScript's.</summary>
    private Statement? TryParseTypeScriptExport(Embedding embedding)
    {
        var start = _lexer.Start;
        var state = _lexer.Save();
        Next();
        switch (Kind)
        {
            case TokenKind.Assign:
                return ParseExportAssignment(start, state.End);
            case TokenKind.As:
                Next();
                Next();
                EraseName();
                ConsumeSemicolon();
                return new EmptyStatement(start, _lexer.LastEnd);
            case TokenKind.Import when TryParseTypeScriptImport() is { } alias:
                return Export(start, alias);
            case TokenKind.Invalid when IsDecorator && embedding == Embedding.None:
                ParseDecoratorStatements();
                return Export(_lexer.Start, ParseStatementOrDeclaration());
        }

        if (IsWord("type") && Peek() is TokenKind.OpenBrace or TokenKind.Star)
        {
            Next();
            return EraseExport(start);
        }

        if ((_namespaceDepth > 0 || _ambientDepth > 0) && Kind is not (TokenKind.OpenBrace or TokenKind.Star or TokenKind.Default))
        {
            return ParseStatementOrDeclaration();
        }

        if (TryParseTypeScriptStatement(embedding) is { } declaration)
        {
            return Export(start, declaration);
        }

        _lexer.Restore(state);
        return null;
    }

    private Statement Export(int start, Statement declaration) =>
        declaration is EmptyStatement ? new EmptyStatement(start, _lexer.LastEnd)
        : _namespaceDepth > 0 ? declaration
        : new ExportNamedDeclaration(start, _lexer.LastEnd, declaration, default, null, default);

    private EmptyStatement EraseExport(int start)
    {
        if (Eat(TokenKind.Star))
        {
            if (EatContextual(TokenKind.As))
            {
                ParseModuleName();
            }
        }
        else
        {
            ExpectType(SkipBrackets());
        }

        if (EatContextual(TokenKind.From))
        {
            ParseModuleSpecifier();
            ParseAttributes();
        }

        ConsumeSemicolon();
        return new EmptyStatement(start, _lexer.LastEnd);
    }

    /// <summary><c>export = a</c> is <c>module.exports = a</c>.</summary>
    private ExpressionStatement ParseExportAssignment(int start, int wordEnd)
    {
        Next();
        var value = ParseExpression();
        ConsumeSemicolon();
        var target = new MemberExpression(
            start, wordEnd, new Identifier(start, wordEnd, "module"), new Identifier(wordEnd, wordEnd, "exports"), computed: false, optional: false);
        return new ExpressionStatement(start, _lexer.LastEnd, new AssignmentExpression(start, value.End, "=", target, value));
    }
}
