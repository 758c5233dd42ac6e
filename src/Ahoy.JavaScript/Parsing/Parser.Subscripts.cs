using Ahoy.JavaScript.Lexing;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.JavaScript.Parsing;

/// <content>Members, calls, tagged templates and <c>new</c>.</content>
internal sealed partial class Parser
{
    private Expression ParseSubscripted()
    {
        var start = _lexer.Start;
        var mark = _cover.Count;
        var expression = ParsePrimary();
        return _lastArrowStart == start ? expression : ParseSubscripts(expression, start, mark, calls: true);
    }

    private Expression ParseSubscripts(Expression expression, int start, int mark, bool calls)
    {
        var optional = false;
        while (true)
        {
            switch (Kind)
            {
                case TokenKind.Dot:
                    FlushCover(mark);
                    Next();
                    expression = ParseMember(expression, start, optional: false);
                    break;
                case TokenKind.OpenBracket:
                    FlushCover(mark);
                    expression = ParseComputedMember(expression, start, optional: false);
                    break;
                case TokenKind.OpenParen when calls:
                    FlushCover(mark);
                    expression = ParseCall(expression, start, optional: false);
                    break;
                case TokenKind.QuestionDot:
                    FlushCover(mark);
                    optional = true;
                    expression = ParseOptional(expression, start, calls);
                    break;
                case TokenKind.Template or TokenKind.TemplateHead:
                    FlushCover(mark);
                    if (optional)
                    {
                        Unexpected(SyntaxErrorCode.TemplateInOptionalChain);
                    }

                    var template = ParseTemplate(isTagged: true);
                    expression = new TaggedTemplateExpression(Math.Min(start, expression.Start), _lexer.LastEnd, expression, template);
                    break;
                case TokenKind.Exclamation when _typeScript && !_lexer.NewLineBefore:
                    Next();
                    break;
                case TokenKind.Less or TokenKind.ShiftLeft when _typeScript && TrySkipTypeArguments():
                    FlushCover(mark);
                    break;
                default:
                    return optional ? new ChainExpression(Math.Min(start, expression.Start), _lexer.LastEnd, expression) : expression;
            }
        }
    }

    private Expression ParseOptional(Expression expression, int start, bool calls)
    {
        if (!calls)
        {
            ReportHere(SyntaxErrorCode.OptionalChainInNew);
        }
        else if (expression is Super)
        {
            ReportHere(SyntaxErrorCode.OptionalChainOnSuper);
        }

        Next();
        if (_typeScript)
        {
            SkipTypeParameters();
        }

        return Kind switch
        {
            TokenKind.OpenBracket => ParseComputedMember(expression, start, optional: true),
            TokenKind.OpenParen => ParseCall(expression, start, optional: true),

            // The loop above reports the template.
            TokenKind.Template or TokenKind.TemplateHead => expression,
            _ => ParseMember(expression, start, optional: true),
        };
    }

    private MemberExpression ParseMember(Expression target, int start, bool optional)
    {
        Node property;
        if (Kind.IsName())
        {
            property = ParseAnyName();
        }
        else if (Kind == TokenKind.PrivateName)
        {
            if (target is Super)
            {
                ReportHere(SyntaxErrorCode.PrivateNameOnSuper);
            }

            property = ParsePrivateName();
        }
        else
        {
            Unexpected(SyntaxErrorCode.ExpectedPropertyName);
            property = Missing();
        }

        return new MemberExpression(Math.Min(start, target.Start), _lexer.LastEnd, target, property, computed: false, optional);
    }

    private MemberExpression ParseComputedMember(Expression target, int start, bool optional)
    {
        var opener = _lexer.Start;
        Next();
        var property = ParseEnclosedExpression();
        ExpectClosing(TokenKind.CloseBracket, opener, "after the name of a property");
        return new MemberExpression(Math.Min(start, target.Start), _lexer.LastEnd, target, property, computed: true, optional);
    }

    private CallExpression ParseCall(Expression callee, int start, bool optional)
    {
        var arguments = ParseArguments();
        return new CallExpression(Math.Min(start, callee.Start), _lexer.LastEnd, callee, arguments, optional);
    }

    private NodeList<Expression> ParseArguments()
    {
        var opener = _lexer.Start;
        var context = _context;
        _context &= ~Context.NoIn;
        Next();
        var list = _nodes.Mark;
        while (Kind is not (TokenKind.CloseParen or TokenKind.EndOfFile))
        {
            var start = _lexer.Start;
            _nodes.Add(Kind == TokenKind.Ellipsis ? ParseSpread() : ParseAssignment());
            if (!EatSeparator(TokenKind.CloseParen, start, "in the arguments"))
            {
                break;
            }
        }

        ExpectClosing(TokenKind.CloseParen, opener, "to close the arguments");
        _context = context;
        return _nodes.Take<Expression>(list);
    }

    /// <summary>
    /// Takes the comma behind an element; false where the list ends. A comma that is missing between two elements is
    /// reported, and the list goes on.
    /// </summary>
    /// <param name="closing">What closes the list.</param>
    /// <param name="elementStart">Where the last element was looked for: if it took nothing, the next would not either.</param>
    /// <param name="place">Where this is, for people.</param>
    private bool EatSeparator(TokenKind closing, int elementStart, string place)
    {
        if (Eat(TokenKind.Comma))
        {
            return true;
        }

        if (Kind == closing || Kind == TokenKind.EndOfFile)
        {
            return false;
        }

        Unexpected(SyntaxErrorCode.ExpectedToken, $"',' or '{Operators.Text(closing)}' {place}");

        // In arguments the closing parenthesis is what people forget at the end of a line, and at the margin a statement starts.
        var goesOn = !_lexer.NewLineBefore
            || (closing != TokenKind.CloseParen && !IsStatementKeyword && ColumnOf(_lexer.Start) > 0);
        return goesOn && _lexer.Start != elementStart && StartsExpression(Kind) && Kind != TokenKind.OpenBrace;
    }

    private SpreadElement ParseSpread()
    {
        var start = _lexer.Start;
        Next();
        var argument = ParseAssignment();
        return new SpreadElement(start, _lexer.LastEnd, argument);
    }

    private Expression ParseNew()
    {
        var start = _lexer.Start;
        var meta = new Identifier(start, _lexer.End, CurrentName);
        Next();
        if (Kind == TokenKind.Dot)
        {
            return ParseNewTarget(meta);
        }

        var calleeStart = _lexer.Start;
        var mark = _cover.Count;
        var callee = ParseNewCallee(calleeStart, mark);
        var arguments = Kind == TokenKind.OpenParen ? ParseArguments() : default;
        return new NewExpression(start, _lexer.LastEnd, callee, arguments);
    }

    private Expression ParseNewCallee(int start, int mark)
    {
        // "new new new a" nests without any bracket.
        if (!TryEnter())
        {
            return Missing();
        }

        if (Kind is TokenKind.Import or TokenKind.Super && Peek() == TokenKind.OpenParen)
        {
            ReportHere(SyntaxErrorCode.InvalidConstructor, Operators.Text(Kind));
        }

        var callee = NeedsNewStack ? OnNewStack(ParsePrimary) : ParsePrimary();
        callee = ParseSubscripts(callee, start, mark, calls: false);
        FlushCover(mark);
        _depth--;
        return callee;
    }

    private MetaProperty ParseNewTarget(Identifier meta)
    {
        Next();
        if (!IsContextual(TokenKind.Target))
        {
            Unexpected(SyntaxErrorCode.ExpectedToken, "'target' after 'new.'");
        }

        var property = Kind.IsName() ? ParseAnyName() : Missing();
        var expression = new MetaProperty(meta.Start, _lexer.LastEnd, meta, property);
        if ((_context & Context.NewTarget) == 0)
        {
            Report(SyntaxErrorCode.NewTargetOutsideFunction, expression);
        }

        return expression;
    }
}
