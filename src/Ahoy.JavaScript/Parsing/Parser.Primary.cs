using Ahoy.JavaScript.Lexing;
using Ahoy.JavaScript.Parsing.RegularExpressions;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.JavaScript.Parsing;

/// <content>What expressions are made of: names, literals, arrays, templates and the rest that has no operator.</content>
internal sealed partial class Parser
{
    private Expression ParsePrimary()
    {
        switch (Kind)
        {
            case TokenKind.Identifier:
                return ParseNameOrArrow();
            case TokenKind.This:
                return ParseThis();
            case TokenKind.String:
                return ParseString();
            case TokenKind.Number:
                return ParseNumber();
            case TokenKind.OpenParen:
                return ParseParenthesesOrArrow();
            case TokenKind.OpenBrace:
                return ParseObject();
            case TokenKind.OpenBracket:
                return ParseArray();
            case TokenKind.Function:
                return ParseFunctionExpression(_lexer.Start, isAsync: false);
            case TokenKind.Null or TokenKind.True or TokenKind.False:
                return ParseConstant();
            case TokenKind.New:
                return ParseNew();
            case TokenKind.Template or TokenKind.TemplateHead:
                return ParseTemplate(isTagged: false);
            case TokenKind.Class:
                return ParseClassExpression();
            case TokenKind.Async:
                return ParseAsyncOrName();
            case TokenKind.Slash or TokenKind.SlashAssign:
                return ParseRegExp();
            case TokenKind.Super:
                return ParseSuper();
            case TokenKind.Import:
                return ParseImportExpression();
            case TokenKind.BigInt:
                return ParseBigInt();
            default:
                if (Kind.IsIdentifier() || Kind is TokenKind.EscapedKeyword or TokenKind.Enum)
                {
                    return ParseNameOrArrow();
                }

                if (_typeScript && IsDecorator)
                {
                    return ParseDecoratedClassExpression();
                }

                Unexpected(Kind == TokenKind.Invalid ? SyntaxErrorCode.InvalidCharacter : SyntaxErrorCode.ExpectedExpression);
                return Missing();
        }
    }

    private Expression ParseNameOrArrow()
    {
        var start = _lexer.Start;
        var name = ParseIdentifier();
        return Kind == TokenKind.Arrow && _arrowAllowedAt == start ? ParseArrow(start, name) : name;
    }

    private ThisExpression ParseThis()
    {
        var start = _lexer.Start;
        Next();
        return new ThisExpression(start, _lexer.LastEnd);
    }

    private StringLiteral ParseString()
    {
        CheckOctal();
        var literal = new StringLiteral(_lexer.Start, _lexer.End, _text);
        Next();
        return literal;
    }

    private NumericLiteral ParseNumber()
    {
        CheckOctal();
        var literal = new NumericLiteral(_lexer.Start, _lexer.End, _text);
        Next();
        return literal;
    }

    private BigIntLiteral ParseBigInt()
    {
        var literal = new BigIntLiteral(_lexer.Start, _lexer.End, _text);
        Next();
        return literal;
    }

    private void CheckOctal()
    {
        if (_lexer.OctalAt >= 0 && IsStrict)
        {
            ReportOctal(_lexer.OctalAt);
        }
    }

    private void ReportOctal(int at) => _errors.Report(SyntaxErrorCode.OctalInStrict, at, at + 2);

    private Literal ParseConstant()
    {
        var kind = Kind;
        var start = _lexer.Start;
        Next();
        return kind == TokenKind.Null
            ? new NullLiteral(start, _lexer.LastEnd)
            : new BooleanLiteral(start, _lexer.LastEnd, kind == TokenKind.True);
    }

    private RegExpLiteral ParseRegExp()
    {
        _lexer.RescanAsRegExp();
        var literal = new RegExpLiteral(_lexer.Start, _lexer.End, _lexer.PatternEnd, _text);
        if (_lexer.PatternEnd < _lexer.End
            && !RegExpValidator.TryValidate(_text, literal.Start + 1, _lexer.PatternEnd, literal.Flags, out var offset, out var message))
        {
            _errors.Report(SyntaxErrorCode.InvalidRegExp, offset, Math.Min(offset + 1, literal.End), message);
        }

        Next();
        return literal;
    }

    private ArrayExpression ParseArray()
    {
        var start = _lexer.Start;
        var context = _context;
        _context &= ~Context.NoIn;
        Next();
        var list = _nodes.Mark;
        while (Kind is not (TokenKind.CloseBracket or TokenKind.EndOfFile))
        {
            if (Eat(TokenKind.Comma))
            {
                _nodes.Add(null);
                continue;
            }

            var elementStart = _lexer.Start;
            _nodes.Add(ParseElement());
            if (!EatSeparator(TokenKind.CloseBracket, elementStart, "in this array"))
            {
                break;
            }
        }

        ExpectClosing(TokenKind.CloseBracket, start, "to close this array");
        _context = context;
        return new ArrayExpression(start, _lexer.LastEnd, _nodes.Take<Expression?>(list));
    }

    private Expression ParseElement()
    {
        var start = _lexer.Start;
        if (Kind == TokenKind.Ellipsis)
        {
            return ParseSpreadOrRest();
        }

        var element = ParseAssignmentOrPattern();
        NoteParentheses(element, start);
        return element;
    }

    /// <summary>Parses a spread, which may yet turn out to be the rest of a pattern.</summary>
    private SpreadElement ParseSpreadOrRest()
    {
        var start = _lexer.Start;
        Next();
        var argumentStart = _lexer.Start;
        var argument = ParseAssignmentOrPattern();
        NoteParentheses(argument, argumentStart);
        var spread = new SpreadElement(start, _lexer.LastEnd, argument);
        if (Kind == TokenKind.Comma)
        {
            _cover.Add(CoverErrors.Kind.CommaAfterRest, _lexer.Start, _lexer.End);
        }

        return spread;
    }

    /// <summary>Parentheses leave no node, but few patterns may hold them.</summary>
    private void NoteParentheses(Expression element, int start)
    {
        if (element.Start <= start)
        {
            return;
        }

        switch (element)
        {
            case Identifier or MemberExpression:
                _cover.Add(CoverErrors.Kind.ParenthesizedTarget, element.Start, element.End);
                break;
            case ArrayExpression or ObjectExpression or AssignmentExpression:
                _cover.Add(CoverErrors.Kind.ParenthesizedPattern, element.Start, element.End);
                break;
        }
    }

    private TemplateLiteral ParseTemplate(bool isTagged)
    {
        var start = _lexer.Start;
        var quasis = _nodes.Mark;
        var context = _context;
        _context &= ~Context.NoIn;

        // Texts and substitutions take turns in the buffer.
        while (true)
        {
            var isLast = Kind is TokenKind.Template or TokenKind.TemplateTail;
            _nodes.Add(ParseTemplateElement(isLast, isTagged));
            if (isLast)
            {
                break;
            }

            _nodes.Add(ParseExpression());
            if (Kind != TokenKind.CloseBrace)
            {
                Unexpected(SyntaxErrorCode.ExpectedToken, "'}' to close the substitution in this template");
                _nodes.Add(new TemplateElement(_lexer.LastEnd, _lexer.LastEnd, tail: true, _text));
                break;
            }

            _lexer.RescanAsTemplate();
        }

        _context = context;
        var (texts, expressions) = _nodes.TakeAlternating(quasis);
        return new TemplateLiteral(start, _lexer.LastEnd, texts, expressions);
    }

    private TemplateElement ParseTemplateElement(bool isLast, bool isTagged)
    {
        if (!isTagged && _lexer.BadEscapeAt >= 0)
        {
            _errors.Report(SyntaxErrorCode.InvalidEscape, _lexer.BadEscapeAt, _lexer.BadEscapeAt + 2);
        }

        var delimiter = !isLast ? 2 : _lexer.End > _lexer.Start + 1 && _text[_lexer.End - 1] == '`' ? 1 : 0;
        var element = new TemplateElement(_lexer.Start + 1, Math.Max(_lexer.Start + 1, _lexer.End - delimiter), isLast, _text);
        Next();
        return element;
    }

    private Super ParseSuper()
    {
        var super = new Super(_lexer.Start, _lexer.End);
        Next();
        switch (Kind)
        {
            case TokenKind.OpenParen:
                if ((_context & Context.SuperCall) == 0)
                {
                    Report(SyntaxErrorCode.SuperCallOutsideConstructor, super);
                }

                break;
            case TokenKind.Dot or TokenKind.OpenBracket or TokenKind.QuestionDot:
                if ((_context & Context.SuperProperty) == 0)
                {
                    Report(SyntaxErrorCode.SuperOutsideMethod, super);
                }

                break;
            default:
                Report(SyntaxErrorCode.SuperAlone, super);
                break;
        }

        return super;
    }

    private Expression ParseImportExpression()
    {
        var meta = new Identifier(_lexer.Start, _lexer.End, CurrentName);
        Next();
        switch (Kind)
        {
            case TokenKind.Dot:
                return ParseImportMeta(meta);
            case TokenKind.OpenParen:
                return ParseDynamicImport(meta.Start);
            default:
                Unexpected(SyntaxErrorCode.ExpectedToken, "'(' or '.meta' after 'import'");
                return new ImportExpression(meta.Start, _lexer.LastEnd, Missing(), null);
        }
    }

    private MetaProperty ParseImportMeta(Identifier meta)
    {
        Next();
        if (!IsContextual(TokenKind.Meta))
        {
            Unexpected(SyntaxErrorCode.ExpectedToken, "'meta' after 'import.'");
        }

        var property = Kind.IsName() ? ParseAnyName() : Missing();
        var expression = new MetaProperty(meta.Start, _lexer.LastEnd, meta, property);
        if (_sourceType != SourceType.Module)
        {
            Report(SyntaxErrorCode.ImportMetaOutsideModule, expression);
        }

        return expression;
    }

    private ImportExpression ParseDynamicImport(int start)
    {
        var opener = _lexer.Start;
        Next();
        if (Kind == TokenKind.Ellipsis)
        {
            Unexpected(SyntaxErrorCode.ExpectedExpression);
            Next();
        }

        var source = ParseEnclosedAssignment();
        Expression? options = null;
        if (Eat(TokenKind.Comma) && Kind != TokenKind.CloseParen)
        {
            options = ParseEnclosedAssignment();
            Eat(TokenKind.Comma);
        }

        ExpectClosing(TokenKind.CloseParen, opener, "to close the arguments of this 'import'");
        return new ImportExpression(start, _lexer.LastEnd, source, options);
    }
}
