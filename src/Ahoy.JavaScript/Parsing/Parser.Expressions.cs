using Ahoy.JavaScript.Lexing;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.JavaScript.Parsing;

/// <content>Expressions down to the binary operators.</content>
internal sealed partial class Parser
{
    // Where an arrow function may start: at the start of an assignment, and nowhere deeper.
    private int _arrowAllowedAt = -1;

    // Where the last arrow function started: it is never the operand of what follows.
    private int _lastArrowStart = -1;

    private Expression ParseExpression()
    {
        var mark = _cover.Count;
        var expression = ParseExpressionOrPattern();
        FlushCover(mark);
        return expression;
    }

    /// <summary>Parses an expression with commas, which may yet turn out to be a pattern.</summary>
    private Expression ParseExpressionOrPattern()
    {
        var start = _lexer.Start;
        var first = ParseAssignmentOrPattern();
        return Kind == TokenKind.Comma ? ParseSequence(start, first) : first;
    }

    private SequenceExpression ParseSequence(int start, Expression first)
    {
        var list = _nodes.Mark;
        _nodes.Add(first);
        while (Eat(TokenKind.Comma))
        {
            _nodes.Add(ParseAssignment());
        }

        return new SequenceExpression(Math.Min(start, first.Start), _lexer.LastEnd, _nodes.Take<Expression>(list));
    }

    private Expression ParseAssignment()
    {
        var mark = _cover.Count;
        var expression = ParseAssignmentOrPattern();
        if (_cover.Count != mark)
        {
            FlushCover(mark);
        }

        return expression;
    }

    /// <summary>Parses an expression without commas, where its brackets may enclose operators again.</summary>
    private Expression ParseEnclosedAssignment()
    {
        var context = _context;
        _context &= ~Context.NoIn;
        var expression = ParseAssignment();
        _context = context;
        return expression;
    }

    private Expression ParseEnclosedExpression()
    {
        var context = _context;
        _context &= ~Context.NoIn;
        var expression = ParseExpression();
        _context = context;
        return expression;
    }

    /// <summary>
    /// Parses an expression without commas, which may yet turn out to be a pattern: what is wrong only if it does not waits
    /// in the cover errors.
    /// </summary>
    private Expression ParseAssignmentOrPattern()
    {
        if (!TryEnter())
        {
            return Missing();
        }

        var expression = NeedsNewStack ? OnNewStack(ParseAssignmentHere) : ParseAssignmentHere();
        _depth--;
        return expression;
    }

    private Expression ParseAssignmentHere()
    {
        if (Kind == TokenKind.Yield && (_context & Context.Yield) != 0)
        {
            return ParseYield();
        }

        var start = _lexer.Start;
        var mark = _cover.Count;
        _arrowAllowedAt = start;
        var left = ParseUnary(minimumPrecedence: 0);
        if (_lastArrowStart == start)
        {
            return left;
        }

        if (Operators.Precedence(Kind) != 0 || IsTypeOperator)
        {
            left = ParseBinary(left, start, mark, minimumPrecedence: 0);
        }

        return Kind == TokenKind.Question && !IsOptionalMark() ? ParseConditional(left, start, mark)
            : Kind.IsAssignment() ? ParseAssignmentTo(left, start, mark)
            : left;
    }

    private AssignmentExpression ParseAssignmentTo(Expression left, int start, int mark)
    {
        var kind = Kind;
        var target = kind == TokenKind.Assign ? ToAssignmentTarget(left, start, mark) : ToSimpleTarget(left, start, mark);
        if (target.Start > start)
        {
            _cover.Add(CoverErrors.Kind.ParenthesizedTarget, target.Start, target.End);
        }

        Next();
        var right = ParseAssignment();
        return new AssignmentExpression(Math.Min(start, target.Start), _lexer.LastEnd, Operators.Text(kind), target, right);
    }

    private ConditionalExpression ParseConditional(Expression test, int start, int mark)
    {
        FlushCover(mark);
        Next();
        _consequentAt = _lexer.Start;
        var consequent = ParseEnclosedAssignment();
        Expect(TokenKind.Colon, "between the two results of '?'");
        var alternate = ParseAssignment();
        return new ConditionalExpression(Math.Min(start, test.Start), _lexer.LastEnd, test, consequent, alternate);
    }

    /// <summary>Parses the operators behind an operand, as far as they bind more tightly than <paramref name="minimumPrecedence"/>.</summary>
    private Expression ParseBinary(Expression left, int start, int mark, int minimumPrecedence)
    {
        while (true)
        {
            var kind = Kind;
            if (IsTypeOperator && Operators.Relational > minimumPrecedence)
            {
                SkipTypeOperator();
                continue;
            }

            var precedence = Operators.Precedence(kind);
            if (precedence <= minimumPrecedence || (kind == TokenKind.In && (_context & Context.NoIn) != 0))
            {
                return left;
            }

            FlushCover(mark);
            Next();
            left = kind is TokenKind.Coalesce or TokenKind.Or or TokenKind.And
                ? ParseLogical(left, start, kind, precedence)
                : ParseArithmetic(left, start, kind, precedence);
        }
    }

    private BinaryExpression ParseArithmetic(Node left, int start, TokenKind kind, int precedence)
    {
        var right = kind == TokenKind.StarStar ? ParsePower(precedence) : ParseOperand(precedence);
        return new BinaryExpression(Math.Min(start, left.Start), _lexer.LastEnd, Operators.Text(kind), left, right);
    }

    /// <summary>The right side of <c>**</c>, which alone groups from the right, and so nests.</summary>
    private Expression ParsePower(int precedence)
    {
        if (!TryEnter())
        {
            return Missing();
        }

        var right = NeedsNewStack ? OnNewStack(() => ParseOperand(precedence - 1)) : ParseOperand(precedence - 1);
        _depth--;
        return right;
    }

    private LogicalExpression ParseLogical(Expression left, int start, TokenKind kind, int precedence)
    {
        // Without parentheses '??' mixes with neither '||' nor '&&', so its right side may not hold an '&&'.
        var right = ParseOperand(kind == TokenKind.Coalesce ? Operators.And : precedence);
        var logical = new LogicalExpression(Math.Min(start, left.Start), _lexer.LastEnd, Operators.Text(kind), left, right);
        if (kind == TokenKind.Coalesce ? Kind is TokenKind.Or or TokenKind.And : Kind == TokenKind.Coalesce)
        {
            Unexpected(SyntaxErrorCode.CoalesceMixed);
        }

        return logical;
    }

    private Expression ParseOperand(int precedence)
    {
        var start = _lexer.Start;
        var mark = _cover.Count;
        var operand = ParseUnary(precedence);
        var expression = Operators.Precedence(Kind) > precedence || IsTypeOperator ? ParseBinary(operand, start, mark, precedence) : operand;
        FlushCover(mark);
        return expression;
    }

    /// <summary>What turned out to be an expression is wrong where only a pattern would be right.</summary>
    private void FlushCover(int mark)
    {
        for (var i = mark; i < _cover.Count; i++)
        {
            var entry = _cover[i];
            switch (entry.Kind)
            {
                case CoverErrors.Kind.ShorthandDefault:
                    _errors.Report(SyntaxErrorCode.ShorthandDefaultInExpression, entry.Start, entry.End);
                    break;
                case CoverErrors.Kind.SecondProto:
                    _errors.Report(SyntaxErrorCode.SecondProto, entry.Start, entry.End);
                    break;
            }
        }

        _cover.Truncate(mark);
    }
}
