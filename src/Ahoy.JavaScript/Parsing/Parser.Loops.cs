using Ahoy.JavaScript.Lexing;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.JavaScript.Parsing;

/// <content>Loops.</content>
internal sealed partial class Parser
{
    private WhileStatement ParseWhile()
    {
        var start = _lexer.Start;
        Next();
        var test = ParseParenthesized("the condition of this 'while'");
        var body = ParseLoopBody();
        return new WhileStatement(start, _lexer.LastEnd, test, body);
    }

    private DoWhileStatement ParseDoWhile()
    {
        var start = _lexer.Start;
        Next();
        var body = ParseLoopBody();
        Expect(TokenKind.While, "after the body of this 'do'");
        var test = ParseParenthesized("the condition of this 'do'");

        // Behind a 'do' a semicolon is inserted even where the next statement goes on in the same line.
        Eat(TokenKind.Semicolon);
        return new DoWhileStatement(start, _lexer.LastEnd, body, test);
    }

    private Statement ParseLoopBody()
    {
        var context = _context;
        _context |= Context.Loop | Context.Breakable;
        var body = ParseStatement(Embedding.Body);
        _context = context;
        return body;
    }

    private Statement ParseFor()
    {
        var start = _lexer.Start;
        Next();
        var isAwait = ParseForAwait();
        _declarations.Enter(isVarScope: false, functionsAreVars: false);
        var opener = _lexer.Start;
        Expect(TokenKind.OpenParen, "after 'for'");
        var statement = ParseForHead(new ForHead(start, opener, isAwait));
        _declarations.Exit(_errors, _names);
        return statement;
    }

    private bool ParseForAwait()
    {
        if (!IsContextual(TokenKind.Await))
        {
            return false;
        }

        if ((_context & Context.Await) == 0)
        {
            ReportHere(SyntaxErrorCode.AwaitOutsideAsync);
        }
        else
        {
            NoteAwait();
        }

        Next();
        return true;
    }

    private Statement ParseForHead(ForHead head)
    {
        switch (Kind)
        {
            case TokenKind.Semicolon:
                return ParseForRest(head, null);
            case TokenKind.Var:
                return ParseForDeclaration(head, VariableDeclarationKind.Var);
            case TokenKind.Const:
                return ParseForDeclaration(head, VariableDeclarationKind.Const);
            case TokenKind.Let when IsLetDeclaration(Embedding.None):
                return ParseForDeclaration(head, VariableDeclarationKind.Let);
            default:
                return ParseForExpression(head);
        }
    }

    private Statement ParseForDeclaration(ForHead head, VariableDeclarationKind kind)
    {
        var start = _lexer.Start;
        var context = _context;
        _context |= Context.NoIn;
        Next();
        var declarations = ParseDeclarators(kind, isForHead: true);
        _context = context;
        var declaration = new VariableDeclaration(start, _lexer.LastEnd, declarations, kind);
        if (Kind != TokenKind.In && !IsContextual(TokenKind.Of))
        {
            CheckInitializers(declaration);
            return ParseForRest(head, declaration);
        }

        if (declarations.Count != 1)
        {
            Report(SyntaxErrorCode.ForInOfNeedsOneBinding, declaration);
        }
        else if (declarations[0].Init is { } initializer && !AllowsForInInitializer(declaration))
        {
            Report(SyntaxErrorCode.ForInOfInitializer, initializer);
        }

        return ParseForInOf(head, declaration);
    }

    // An old form that browsers kept: sloppy, 'var', a plain name, 'in'.
    private bool AllowsForInInitializer(VariableDeclaration declaration) =>
        !IsStrict && Kind == TokenKind.In && declaration.Kind == VariableDeclarationKind.Var && declaration.Declarations[0].Id is Identifier;

    private Statement ParseForExpression(ForHead head)
    {
        var start = _lexer.Start;
        var startKind = Kind;
        var startEscaped = _lexer.HasEscape;
        var context = _context;
        var mark = _cover.Count;
        _context |= Context.NoIn;
        var expression = ParseExpressionOrPattern();
        _context = context;
        if (Kind != TokenKind.In && !IsContextual(TokenKind.Of))
        {
            FlushCover(mark);
            return ParseForRest(head, expression);
        }

        var isOf = Kind == TokenKind.Of;
        if (isOf && startKind == TokenKind.Let && !startEscaped)
        {
            Report(SyntaxErrorCode.ForOfStartsWithLet, expression);
        }
        else if (isOf && !head.IsAwait && startKind == TokenKind.Async && !startEscaped && expression.End == start + "async".Length)
        {
            Report(SyntaxErrorCode.ForOfStartsWithAsync, expression);
        }

        return ParseForInOf(head, ToAssignmentTarget(expression, start, mark));
    }

    private Statement ParseForInOf(ForHead head, Node left)
    {
        var isIn = Kind == TokenKind.In;
        if (isIn && head.IsAwait)
        {
            Unexpected(SyntaxErrorCode.ExpectedToken, "'of' in this 'for await'");
        }

        Next();
        var right = isIn ? ParseExpression() : ParseAssignment();
        ExpectClosing(TokenKind.CloseParen, head.Opener, "after the head of this 'for'");
        var body = ParseLoopBody();
        return isIn
            ? new ForInStatement(head.Start, _lexer.LastEnd, left, right, body)
            : new ForOfStatement(head.Start, _lexer.LastEnd, left, right, body, head.IsAwait);
    }

    private ForStatement ParseForRest(ForHead head, Node? init)
    {
        if (head.IsAwait)
        {
            Unexpected(SyntaxErrorCode.ExpectedToken, "'of' in this 'for await'");
        }

        Expression? test = null;
        Expression? update = null;
        if (Kind == TokenKind.CloseParen)
        {
            Unexpected(SyntaxErrorCode.ExpectedToken, "';' in the head of this 'for'");
        }
        else
        {
            Expect(TokenKind.Semicolon, "after the first part of this 'for'");
            test = Kind is TokenKind.Semicolon or TokenKind.CloseParen ? null : ParseExpression();
            Expect(TokenKind.Semicolon, "after the condition of this 'for'");
            update = Kind == TokenKind.CloseParen ? null : ParseExpression();
        }

        ExpectClosing(TokenKind.CloseParen, head.Opener, "after the head of this 'for'");
        var body = ParseLoopBody();
        return new ForStatement(head.Start, _lexer.LastEnd, init, test, update, body);
    }

    private readonly struct ForHead
    {
        public readonly int Start;
        public readonly int Opener;
        public readonly bool IsAwait;

        public ForHead(int start, int opener, bool isAwait)
        {
            Start = start;
            Opener = opener;
            IsAwait = isAwait;
        }
    }
}
