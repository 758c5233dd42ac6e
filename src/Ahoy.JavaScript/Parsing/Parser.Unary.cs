using Ahoy.JavaScript.Lexing;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.JavaScript.Parsing;

/// <content>Prefix and postfix operators, <c>await</c> and <c>yield</c>.</content>
internal sealed partial class Parser
{
    // Where, inside parameters that are being read, a 'yield' or 'await' stands that parameters may not hold; -1 if none.
    private int _yieldAt = -1;
    private int _awaitAt = -1;

    // Where 'await' stands as a name: the parameters of an async arrow function may not hold that either.
    private int _awaitNameAt = -1;

    /// <summary>Parses an operand with the operators before and behind it.</summary>
    /// <param name="minimumPrecedence">How tightly the operator before it binds.</param>
    private Expression ParseUnary(int minimumPrecedence)
    {
        switch (Kind)
        {
            case TokenKind.Exclamation or TokenKind.Tilde or TokenKind.Plus or TokenKind.Minus
                or TokenKind.TypeOf or TokenKind.Void or TokenKind.Delete:
                return ParsePrefix();
            case TokenKind.PlusPlus or TokenKind.MinusMinus:
                return ParsePrefixUpdate();
            case TokenKind.Await when IsAwaitOperator():
                return ParseAwait();
            case TokenKind.PrivateName:
                return ParsePrivateIn(minimumPrecedence);
            case TokenKind.Less or TokenKind.ShiftLeft when _typeScript:
                return ParseTypeAssertionOrArrow();
            default:
                return ParsePostfix();
        }
    }

    /// <summary>The operand of a prefix operator. A file may hold any number of those in a row.</summary>
    private Expression ParseNestedUnary()
    {
        if (!TryEnter())
        {
            return Missing();
        }

        var mark = _cover.Count;
        var argument = NeedsNewStack ? OnNewStack(() => ParseUnary(int.MaxValue)) : ParseUnary(int.MaxValue);
        FlushCover(mark);
        _depth--;
        return argument;
    }

    private UnaryExpression ParsePrefix()
    {
        var start = _lexer.Start;
        var kind = Kind;
        Next();
        var argument = ParseNestedUnary();
        var unary = new UnaryExpression(start, _lexer.LastEnd, Operators.Text(kind), argument);
        if (kind == TokenKind.Delete)
        {
            CheckDelete(unary);
        }

        CheckNotBase(unary);
        return unary;
    }

    private void CheckDelete(UnaryExpression unary)
    {
        var argument = unary.Argument is ChainExpression chain ? chain.Expression : unary.Argument;
        if (argument is Identifier && IsStrict)
        {
            Report(SyntaxErrorCode.DeleteOfNameInStrict, unary);
        }
        else if (argument is MemberExpression { Property: PrivateIdentifier })
        {
            Report(SyntaxErrorCode.DeleteOfPrivateName, unary);
        }
    }

    /// <summary><c>-a ** b</c> is an error: neither reading is meant for sure.</summary>
    private void CheckNotBase(Expression operand)
    {
        if (Kind == TokenKind.StarStar)
        {
            Report(SyntaxErrorCode.UnaryBeforePower, operand);
        }
    }

    private UpdateExpression ParsePrefixUpdate()
    {
        var start = _lexer.Start;
        var kind = Kind;
        Next();
        var targetStart = _lexer.Start;
        var mark = _cover.Count;
        var argument = ParseNestedUnary();
        var target = ToSimpleTarget(argument, targetStart, mark);
        return new UpdateExpression(start, _lexer.LastEnd, Operators.Text(kind), target, prefix: true);
    }

    private Expression ParsePostfix()
    {
        var start = _lexer.Start;
        var mark = _cover.Count;
        var expression = ParseSubscripted();
        if (Kind is not (TokenKind.PlusPlus or TokenKind.MinusMinus) || _lexer.NewLineBefore || _lastArrowStart == start)
        {
            return expression;
        }

        var kind = Kind;
        var target = ToSimpleTarget(expression, start, mark);
        Next();
        return new UpdateExpression(Math.Min(start, target.Start), _lexer.LastEnd, Operators.Text(kind), target, prefix: false);
    }

    /// <summary>Whether the current <c>await</c> is an operator, or would be in the right place.</summary>
    private bool IsAwaitOperator()
    {
        if (_lexer.HasEscape)
        {
            return false;
        }

        if ((_context & (Context.Await | Context.NoAwait)) == Context.Await)
        {
            return true;
        }

        // Not in an async function: "await x" makes no sense otherwise, "await (x)" is the call of a function of that name,
        // but in a module there is no such name.
        var next = Peek(out var newLine);
        if (next == TokenKind.Arrow)
        {
            return false;
        }

        return _sourceType == SourceType.Module
            ? StartsExpression(next) && !newLine
            : !newLine && (next is TokenKind.String or TokenKind.Number or TokenKind.BigInt or TokenKind.OpenBrace
                || (next.IsName() && StartsExpression(next) && next != TokenKind.Of));
    }

    private AwaitExpression ParseAwait()
    {
        var start = _lexer.Start;
        if ((_context & (Context.Await | Context.NoAwait)) != Context.Await)
        {
            ReportHere(SyntaxErrorCode.AwaitOutsideAsync);
        }
        else
        {
            NoteAwait();
        }

        Next();
        var argument = ParseNestedUnary();
        var expression = new AwaitExpression(start, _lexer.LastEnd, argument);
        CheckNotBase(expression);
        return expression;
    }

    private void NoteAwait()
    {
        if (_awaitAt < 0)
        {
            _awaitAt = _lexer.Start;
        }
    }

    private YieldExpression ParseYield()
    {
        var start = _lexer.Start;
        if (_lexer.HasEscape)
        {
            ReportHere(SyntaxErrorCode.EscapedKeyword);
        }

        if (_yieldAt < 0)
        {
            _yieldAt = start;
        }

        Next();
        var isDelegate = false;
        Expression? argument = null;
        if (!_lexer.NewLineBefore && Kind == TokenKind.Star)
        {
            isDelegate = true;
            Next();
            argument = ParseAssignment();
        }
        else if (!_lexer.NewLineBefore && StartsExpressionHere)
        {
            argument = ParseAssignment();
        }

        return new YieldExpression(start, _lexer.LastEnd, argument, isDelegate);
    }

    /// <summary><c>#a in b</c>: the one place where a private name stands without a dot.</summary>
    private Expression ParsePrivateIn(int minimumPrecedence)
    {
        var start = _lexer.Start;
        var name = ParsePrivateName();
        if (Kind == TokenKind.In && minimumPrecedence < Operators.Relational && (_context & Context.NoIn) == 0)
        {
            Next();
            return ParseArithmetic(name, start, TokenKind.In, Operators.Relational);
        }

        Report(SyntaxErrorCode.PrivateNameOutsideIn, name, name.Name);
        return Missing();
    }
}
