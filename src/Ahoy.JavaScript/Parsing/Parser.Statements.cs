using Ahoy.JavaScript.Lexing;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.JavaScript.Parsing;

/// <content>Statements, but for loops, declarations and modules.</content>
internal sealed partial class Parser
{
    /// <summary>Where a statement stands that is not in a list of statements.</summary>
    private enum Embedding
    {
        None,
        Body,
        If,
        Label,
    }

    private Statement ParseStatementOrDeclaration() => ParseStatement(Embedding.None);

    private Statement ParseStatement(Embedding embedding)
    {
        if (!TryEnter())
        {
            return new EmptyStatement(_lexer.LastEnd, _lexer.LastEnd);
        }

        var statement = NeedsNewStack ? ParseStatementOnNewStack(embedding) : ParseStatementHere(embedding);
        _depth--;
        return statement;
    }

    private Statement ParseStatementOnNewStack(Embedding embedding) => OnNewStack(() => ParseStatementHere(embedding));

    private Statement ParseStatementHere(Embedding embedding)
    {
        if (_typeScript && TryParseTypeScriptStatement(embedding) is { } statement)
        {
            return statement;
        }

        switch (Kind)
        {
            case TokenKind.OpenBrace:
                return ParseBlock();
            case TokenKind.Semicolon:
                return ParseEmpty();
            case TokenKind.Var:
                return ParseVariableStatement(VariableDeclarationKind.Var);
            case TokenKind.Const:
                return ParseLexicalStatement(VariableDeclarationKind.Const, embedding);
            case TokenKind.Let when IsLetDeclaration(embedding):
                return ParseLexicalStatement(VariableDeclarationKind.Let, embedding);
            case TokenKind.Function:
                return ParseFunctionStatement(embedding);
            case TokenKind.Async when IsAsyncFunction():
                return ParseFunctionStatement(embedding);
            case TokenKind.Class:
                return ParseClassStatement(embedding);
            case TokenKind.If:
                return ParseIf();
            case TokenKind.Return:
                return ParseReturn();
            case TokenKind.For:
                return ParseFor();
            case TokenKind.While:
                return ParseWhile();
            case TokenKind.Do:
                return ParseDoWhile();
            case TokenKind.Break or TokenKind.Continue:
                return ParseJump();
            case TokenKind.Switch:
                return ParseSwitch();
            case TokenKind.Throw:
                return ParseThrow();
            case TokenKind.Try:
                return ParseTry();
            case TokenKind.With:
                return ParseWith();
            case TokenKind.Debugger:
                return ParseDebugger();
            case TokenKind.Import when Peek() is not (TokenKind.OpenParen or TokenKind.Dot):
                return ParseImport(embedding);
            case TokenKind.Export:
                return ParseExport(embedding);
            default:
                return StartsExpressionHere ? ParseExpressionStatement(embedding) : SkipToStatement();
        }
    }

    private BlockStatement ParseBlock()
    {
        _declarations.Enter(isVarScope: false, functionsAreVars: false);
        var block = ParseBlockInScope(_lexer.Start);
        _declarations.Exit(_errors, _names);
        return block;
    }

    /// <summary>Parses a block whose scope is open already.</summary>
    /// <param name="ownerStart">Where the statement starts to which the block belongs.</param>
    private BlockStatement ParseBlockInScope(int ownerStart)
    {
        var start = _lexer.Start;
        if (Kind != TokenKind.OpenBrace)
        {
            Unexpected(SyntaxErrorCode.ExpectedToken, "'{' to open a block");
            return new BlockStatement(_lexer.LastEnd, _lexer.LastEnd, default);
        }

        Next();
        var mark = _nodes.Mark;
        ParseStatementsUntilBrace(BlockColumn(ownerStart, start));
        ExpectClosing(TokenKind.CloseBrace, start, "to close this block");
        return new BlockStatement(start, _lexer.LastEnd, _nodes.Take<Statement>(mark));
    }

    private void ParseStatementsUntilBrace(int blockColumn)
    {
        while (Kind is not (TokenKind.CloseBrace or TokenKind.EndOfFile) && !EndsByIndentation(blockColumn))
        {
            var before = _lexer.Start;
            _nodes.Add(ParseStatementOrDeclaration());
            SkipIfStuck(before);
        }
    }

    private EmptyStatement ParseEmpty()
    {
        var start = _lexer.Start;
        Next();
        return new EmptyStatement(start, _lexer.LastEnd);
    }

    private DebuggerStatement ParseDebugger()
    {
        var start = _lexer.Start;
        Next();
        ConsumeSemicolon();
        return new DebuggerStatement(start, _lexer.LastEnd);
    }

    private Statement ParseExpressionStatement(Embedding embedding)
    {
        var start = _lexer.Start;
        var kind = Kind;
        var expression = ParseExpression();
        if (Kind == TokenKind.Colon && kind.IsIdentifier() && expression is Identifier label && label.Start == start && label.End == _lexer.LastEnd)
        {
            return ParseLabeled(label, embedding);
        }

        ConsumeSemicolon();
        return new ExpressionStatement(start, _lexer.LastEnd, expression);
    }

    /// <summary>Parses an <c>if</c>. A chain of <c>else if</c>s may be long: it takes no stack.</summary>
    private IfStatement ParseIf()
    {
        var mark = _nodes.Mark;
        while (true)
        {
            var start = _lexer.Start;
            Next();
            var test = ParseParenthesized("the condition of this 'if'");
            var consequent = ParseStatement(Embedding.If);
            var hasElse = Eat(TokenKind.Else);
            if (hasElse && Kind == TokenKind.If)
            {
                // Nodes never change, and the alternate of this one is not known yet: it waits without.
                _nodes.Add(new IfStatement(start, _lexer.LastEnd, test, consequent, null));
                continue;
            }

            var alternate = hasElse ? ParseStatement(Embedding.If) : null;
            return LinkIfs(mark, new IfStatement(start, _lexer.LastEnd, test, consequent, alternate));
        }
    }

    private IfStatement LinkIfs(int mark, IfStatement last)
    {
        for (var i = _nodes.Mark - 1; i >= mark; i--)
        {
            var waiting = (IfStatement)_nodes[i]!;
            last = new IfStatement(waiting.Start, last.End, waiting.Test, waiting.Consequent, last);
        }

        _nodes.Drop(mark);
        return last;
    }

    private Expression ParseParenthesized(string purpose)
    {
        var opener = _lexer.Start;
        Expect(TokenKind.OpenParen, $"before {purpose}");
        var expression = ParseExpression();
        ExpectClosing(TokenKind.CloseParen, opener, $"after {purpose}");
        return expression;
    }

    private ReturnStatement ParseReturn()
    {
        var start = _lexer.Start;
        if ((_context & Context.Return) == 0)
        {
            ReportHere(SyntaxErrorCode.ReturnOutsideFunction);
        }

        Next();
        Expression? argument = null;
        if (Kind != TokenKind.Semicolon && !CanInsertSemicolon)
        {
            argument = ParseExpression();
        }

        ConsumeSemicolon();
        return new ReturnStatement(start, _lexer.LastEnd, argument);
    }

    private ThrowStatement ParseThrow()
    {
        var start = _lexer.Start;
        Next();
        Expression argument;
        if (_lexer.NewLineBefore)
        {
            _errors.Report(SyntaxErrorCode.NewLineAfterThrow, start, _lexer.LastEnd);
            argument = Missing();
        }
        else
        {
            argument = ParseExpression();
        }

        ConsumeSemicolon();
        return new ThrowStatement(start, _lexer.LastEnd, argument);
    }

    private TryStatement ParseTry()
    {
        var start = _lexer.Start;
        Next();
        var block = ParseBlock();
        var handler = Kind == TokenKind.Catch ? ParseCatch() : null;
        var finalizer = Eat(TokenKind.Finally) ? ParseBlock() : null;
        if (handler is null && finalizer is null)
        {
            Unexpected(SyntaxErrorCode.ExpectedCatchOrFinally);
        }

        return new TryStatement(start, _lexer.LastEnd, block, handler, finalizer);
    }

    private CatchClause ParseCatch()
    {
        var start = _lexer.Start;
        Next();
        _declarations.Enter(isVarScope: false, functionsAreVars: false);
        Node? parameter = null;
        var opener = _lexer.Start;
        if (Eat(TokenKind.OpenParen))
        {
            parameter = ParseBindingTarget(Kind.IsIdentifier() ? Binding.SimpleCatch : Binding.Lexical);
            if (_typeScript)
            {
                SkipAnnotation();
            }

            ExpectClosing(TokenKind.CloseParen, opener, "after the parameter of this 'catch'");
        }

        var body = ParseBlockInScope(start);
        _declarations.Exit(_errors, _names);
        return new CatchClause(start, _lexer.LastEnd, parameter, body);
    }

    private WithStatement ParseWith()
    {
        var start = _lexer.Start;
        if (IsStrict)
        {
            ReportHere(SyntaxErrorCode.WithInStrict);
        }

        Next();
        var @object = ParseParenthesized("the object of this 'with'");
        var body = ParseStatement(Embedding.Body);
        return new WithStatement(start, _lexer.LastEnd, @object, body);
    }

    private SwitchStatement ParseSwitch()
    {
        var start = _lexer.Start;
        Next();
        var discriminant = ParseParenthesized("the value of this 'switch'");
        var opener = _lexer.Start;
        var context = _context;
        _context |= Context.Breakable;
        _declarations.Enter(isVarScope: false, functionsAreVars: false);
        var mark = _nodes.Mark;
        if (Kind == TokenKind.OpenBrace)
        {
            Next();
            ParseCases(BlockColumn(start, opener) - 1);
            ExpectClosing(TokenKind.CloseBrace, opener, "to close this 'switch'");
        }
        else
        {
            Unexpected(SyntaxErrorCode.ExpectedToken, "'{' to open the cases of this 'switch'");
        }

        _declarations.Exit(_errors, _names);
        _context = context;
        return new SwitchStatement(start, _lexer.LastEnd, discriminant, _nodes.Take<SwitchCase>(mark));
    }

    private void ParseCases(int blockColumn)
    {
        var hasDefault = false;
        while (Kind is not (TokenKind.CloseBrace or TokenKind.EndOfFile) && !EndsByIndentation(blockColumn))
        {
            var start = _lexer.Start;
            Expression? test = null;
            if (Kind == TokenKind.Default)
            {
                if (hasDefault)
                {
                    ReportHere(SyntaxErrorCode.SecondDefault);
                }

                hasDefault = true;
                Next();
            }
            else if (Eat(TokenKind.Case))
            {
                test = ParseExpression();
            }
            else
            {
                Unexpected(SyntaxErrorCode.ExpectedCase);
                Next();
                continue;
            }

            Expect(TokenKind.Colon, "after a case");
            var mark = _nodes.Mark;
            while (Kind is not (TokenKind.CloseBrace or TokenKind.Case or TokenKind.Default or TokenKind.EndOfFile)
                && !EndsByIndentation(blockColumn))
            {
                var before = _lexer.Start;
                _nodes.Add(ParseStatementOrDeclaration());
                SkipIfStuck(before);
            }

            _nodes.Add(new SwitchCase(start, _lexer.LastEnd, test, _nodes.Take<Statement>(mark)));
        }
    }
}
