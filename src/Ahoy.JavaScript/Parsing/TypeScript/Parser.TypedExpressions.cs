using Ahoy.JavaScript.Lexing;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.JavaScript.Parsing;

/// <content>Where TypeScript's types stand in expressions.</content>
internal sealed partial class Parser
{
    // The parentheses behind which a colon does not begin the type that an arrow function returns.
    private HashSet<int>? _noArrowAt;

    // Where the part between "?" and ":" of a conditional expression starts: there a colon may also be the conditional's.
    private int _consequentAt = -1;

    /// <summary>Whether <c>as</c> or <c>satisfies</c> stands here as an operator.</summary>
    private bool IsTypeOperator =>
        _typeScript && !_lexer.NewLineBefore && (IsContextual(TokenKind.As) || IsWord("satisfies"));

    private void SkipTypeOperator()
    {
        Next();
        ExpectType(SkipType());
    }

    /// <summary>Whether the current question mark says that the parameter before it is optional: no expression can follow it.</summary>
    private bool IsOptionalMark() =>
        _typeScript && Peek() is TokenKind.Colon or TokenKind.Comma or TokenKind.CloseParen or TokenKind.Assign;

    /// <summary><c>&lt;T&gt;x</c>, or <c>&lt;T&gt;(x: T) => x</c></summary>
    private Expression ParseTypeAssertionOrArrow()
    {
        var start = _lexer.Start;
        var canBeArrow = _arrowAllowedAt == start;
        if (!SkipTypeArguments())
        {
            Unexpected(SyntaxErrorCode.ExpectedExpression);
            return Missing();
        }

        if (canBeArrow)
        {
            _arrowAllowedAt = _lexer.Start;
            _consequentAt = _consequentAt == start ? _lexer.Start : _consequentAt;
        }

        var operandStart = _lexer.Start;
        var operand = ParseNestedUnary();
        if (_lastArrowStart != operandStart || operand is not ArrowFunctionExpression arrow)
        {
            return operand;
        }

        _lastArrowStart = start;
        return new ArrowFunctionExpression(start, arrow.End, arrow.Params, arrow.Body, arrow.Async);
    }

    /// <summary>Passes over type arguments, if that is what the current angle bracket opens, and not a comparison.</summary>
    private bool TrySkipTypeArguments()
    {
        var before = SaveForAttempt();
        if (SkipTypeArguments() && MayFollowTypeArguments())
        {
            return true;
        }

        Undo(before);
        return false;
    }

    /// <summary>What TypeScript's own parser wants behind type arguments in an expression.</summary>
    private bool MayFollowTypeArguments() => Kind switch
    {
        TokenKind.OpenParen or TokenKind.Template or TokenKind.TemplateHead => true,
        TokenKind.Less or TokenKind.Greater or TokenKind.Plus or TokenKind.Minus => false,
        _ => _lexer.NewLineBefore || Operators.Precedence(Kind) != 0 || IsTypeOperator || !StartsExpressionHere,
    };

    private bool TrySkipArrowTypeParameters()
    {
        var before = SaveForAttempt();
        if (SkipTypeArguments() && Kind == TokenKind.OpenParen)
        {
            return true;
        }

        Undo(before);
        return false;
    }

    /// <summary>
    /// Behind parentheses, at a colon: passes over the type that an arrow function returns, if its arrow follows. Where the
    /// colon may be that of a conditional expression, the function must be followed by another one.
    /// </summary>
    private bool TrySkipArrowType(int start, bool inConsequent)
    {
        if (_noArrowAt?.Contains(start) == true)
        {
            return false;
        }

        var before = SaveForAttempt();
        Next();
        if (SkipReturnType() && Kind == TokenKind.Arrow && !_lexer.NewLineBefore
            && (!inConsequent || IsArrowBeforeColon(start)))
        {
            return true;
        }

        Undo(before);
        (_noArrowAt ??= []).Add(start);
        return false;
    }

    private bool IsArrowBeforeColon(int start)
    {
        var before = SaveForAttempt();
        var mark = _nodes.Mark;
        var cover = _cover.Count;
        var lastArrow = _lastArrowStart;
        var notes = (_yieldAt, _awaitAt, _awaitNameAt);
        ParseArrowFrom(start, default, isAsync: false);
        var found = Kind == TokenKind.Colon;
        _nodes.Drop(mark);
        _cover.Truncate(cover);
        _lastArrowStart = lastArrow;
        _consequentAt = start;
        (_yieldAt, _awaitAt, _awaitNameAt) = notes;
        Undo(before);
        return found;
    }

    /// <summary>One element of a list in parentheses: an expression, or a parameter with its type and its default.</summary>
    private void ParseTypedElement(ref CoverList contents)
    {
        var start = _lexer.Start;
        var mark = _cover.Count;
        var element = ParseElement();
        var isOptional = Kind == TokenKind.Question && Eat(TokenKind.Question);
        if (Kind != TokenKind.Colon)
        {
            contents.HasTypes |= isOptional;
            _nodes.Add(element);
            return;
        }

        contents.HasTypes = true;
        SkipAnnotation();
        if (element is ThisExpression)
        {
            // "this: T" is no parameter, it tells the type of "this".
            return;
        }

        if (Kind != TokenKind.Assign)
        {
            _nodes.Add(element);
            return;
        }

        _nodes.Add(ParseAssignmentTo(element, start, mark));
    }

    private Attempt SaveForAttempt() => new(_lexer.Save(), _unexpectedAt, _abandonedAt, _unclosedBrace, _depth, _arrowAllowedAt);

    private void Undo(in Attempt attempt)
    {
        _lexer.Restore(attempt.Lexer);
        _unexpectedAt = attempt.UnexpectedAt;
        _abandonedAt = attempt.AbandonedAt;
        _unclosedBrace = attempt.UnclosedBrace;
        _depth = attempt.Depth;
        _arrowAllowedAt = attempt.ArrowAllowedAt;
    }

    /// <summary>What is put back where a reading of the source turns out to be the wrong one.</summary>
    private readonly struct Attempt(LexerState lexer, int unexpectedAt, int abandonedAt, bool unclosedBrace, int depth, int arrowAllowedAt)
    {
        public readonly LexerState Lexer = lexer;
        public readonly int UnexpectedAt = unexpectedAt;
        public readonly int AbandonedAt = abandonedAt;
        public readonly bool UnclosedBrace = unclosedBrace;
        public readonly int Depth = depth;
        public readonly int ArrowAllowedAt = arrowAllowedAt;
    }
}
