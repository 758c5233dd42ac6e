using Ahoy.JavaScript.Lexing;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.JavaScript.Parsing;

/// <content>Parentheses, and the arrow functions that they and names may begin.</content>
internal sealed partial class Parser
{
    /// <summary>Parses <c>( … )</c> as an expression, or as the parameters of an arrow function if an arrow follows.</summary>
    private Expression ParseParenthesesOrArrow()
    {
        var start = _lexer.Start;
        var canBeArrow = _arrowAllowedAt == start;
        var inConsequent = _consequentAt == start;
        var mark = _cover.Count;
        var list = _nodes.Mark;
        var before = (_yieldAt, _awaitAt, _awaitNameAt);
        _yieldAt = _awaitAt = _awaitNameAt = -1;
        var contents = ParseCoverList(start, calls: false);
        if (canBeArrow && (Kind == TokenKind.Arrow || (Kind == TokenKind.Colon && _typeScript && TrySkipArrowType(start, inConsequent))))
        {
            CheckYieldAndAwaitInParameters();
            var parameters = TakeParameters(list, mark);
            (_yieldAt, _awaitAt, _awaitNameAt) = before;
            return ParseArrowFrom(start, parameters, isAsync: false);
        }

        if (contents.HasTypes)
        {
            Unexpected(SyntaxErrorCode.ExpectedArrow);
        }

        KeepFirst(before);
        return ToParenthesized(list, mark, contents);
    }

    private void KeepFirst((int YieldAt, int AwaitAt, int AwaitNameAt) before)
    {
        _yieldAt = before.YieldAt >= 0 ? before.YieldAt : _yieldAt;
        _awaitAt = before.AwaitAt >= 0 ? before.AwaitAt : _awaitAt;
        _awaitNameAt = before.AwaitNameAt >= 0 ? before.AwaitNameAt : _awaitNameAt;
    }

    /// <summary>Parses a list that may be parameters or else expressions, from its parenthesis to the closing one.</summary>
    private CoverList ParseCoverList(int opener, bool calls)
    {
        var contents = new CoverList(opener);
        var context = _context;
        _context &= ~Context.NoIn;
        Next();
        contents.FirstElementStart = _lexer.Start;
        while (Kind is not (TokenKind.CloseParen or TokenKind.EndOfFile))
        {
            var elementStart = _lexer.Start;
            if (Kind == TokenKind.Ellipsis)
            {
                contents.RestAt = contents.RestAt < 0 ? _lexer.Start : contents.RestAt;
                _nodes.Add(calls ? ParseSpreadOrRest() : ParseRest(Binding.Parameter));
                if (_typeScript && calls)
                {
                    SkipParameterType();
                }

                if (!calls && Kind == TokenKind.Comma)
                {
                    ReportHere(SyntaxErrorCode.RestNotLast);
                }
            }
            else if (_typeScript)
            {
                ParseTypedElement(ref contents);
            }
            else
            {
                _nodes.Add(ParseElement());
            }

            contents.LastElementEnd = _lexer.LastEnd;
            contents.CommaAt = Kind == TokenKind.Comma ? _lexer.Start : -1;
            if (!EatSeparator(TokenKind.CloseParen, elementStart, calls ? "in the arguments" : "in these parentheses"))
            {
                break;
            }
        }

        ExpectClosing(TokenKind.CloseParen, opener, calls ? "to close the arguments" : "to close these parentheses");
        _context = context;
        return contents;
    }

    private NodeList<Node> TakeParameters(int list, int mark)
    {
        ToParameters(list, mark);
        return _nodes.Take<Node>(list);
    }

    private Expression ToParenthesized(int list, int mark, CoverList contents)
    {
        FlushCover(mark);
        if (contents.RestAt >= 0)
        {
            _errors.Report(SyntaxErrorCode.SpreadInParentheses, contents.RestAt, contents.RestAt + 3);
            return DropParenthesized(list);
        }

        var count = _nodes.CountFrom(list);
        if (count == 0)
        {
            _errors.Report(SyntaxErrorCode.EmptyParentheses, contents.Opener, _lexer.LastEnd);
            return Missing();
        }

        if (contents.CommaAt >= 0)
        {
            _errors.Report(SyntaxErrorCode.ExpectedExpressionAfterComma, contents.CommaAt, contents.CommaAt + 1);
        }

        var first = (Expression)_nodes[list]!;
        if (count == 1)
        {
            _nodes.Drop(list);
            return first;
        }

        return new SequenceExpression(Math.Min(contents.FirstElementStart, first.Start), contents.LastElementEnd, _nodes.Take<Expression>(list));
    }

    /// <summary>A list with a rest is no expression: what can be kept of it is a sequence.</summary>
    private Expression DropParenthesized(int list)
    {
        var kept = list;
        for (var i = list; i < _nodes.Mark; i++)
        {
            if (_nodes[i] is Expression expression)
            {
                _nodes[kept++] = expression;
            }
        }

        _nodes.Drop(kept);
        if (kept == list)
        {
            return Missing();
        }

        var first = _nodes[list]!;
        return new SequenceExpression(first.Start, _lexer.LastEnd, _nodes.Take<Expression>(list));
    }

    /// <summary>Parses an arrow function whose only parameter is a name that was just read.</summary>
    private ArrowFunctionExpression ParseArrow(int start, Identifier parameter)
    {
        var list = _nodes.Mark;
        _nodes.Add(parameter);
        return ParseArrowFrom(start, _nodes.Take<Node>(list), isAsync: false);
    }

    /// <summary>Parses an arrow function from its arrow on.</summary>
    private ArrowFunctionExpression ParseArrowFrom(int start, NodeList<Node> parameters, bool isAsync)
    {
        if (_lexer.NewLineBefore)
        {
            ReportHere(SyntaxErrorCode.NewLineBeforeArrow);
        }

        var noIn = _context & Context.NoIn;
        var outer = EnterFunction((_context & Context.KeptByArrows) | Context.Return | (isAsync ? Context.Await : Context.None));
        Next();
        Node body;
        if (Kind == TokenKind.OpenBrace)
        {
            body = ParseFunctionBody(start, parameters, mustBeUnique: true, id: null);
        }
        else
        {
            _context |= noIn;
            DeclareParameters(parameters, mustBeUnique: true);
            _consequentAt = _consequentAt == start ? _lexer.Start : _consequentAt;
            body = ParseAssignment();
        }

        LeaveFunction(outer);
        _lastArrowStart = start;
        return new ArrowFunctionExpression(start, _lexer.LastEnd, parameters, body, isAsync);
    }

    /// <summary>Parses what begins with <c>async</c>: a function, an arrow function, or just that name.</summary>
    private Expression ParseAsyncOrName()
    {
        var start = _lexer.Start;
        var canBeArrow = _arrowAllowedAt == start && !_lexer.HasEscape;
        var isAsync = !_lexer.HasEscape;
        var name = ParseAnyName();
        if (isAsync && !_lexer.NewLineBefore)
        {
            if (Kind == TokenKind.Function)
            {
                return ParseFunctionExpression(start, isAsync: true);
            }

            if (canBeArrow && Kind.IsIdentifier() && Peek() == TokenKind.Arrow)
            {
                return ParseAsyncArrow(start);
            }

            if (canBeArrow && (Kind == TokenKind.OpenParen || (Kind == TokenKind.Less && _typeScript && TrySkipArrowTypeParameters())))
            {
                return ParseAsyncCallOrArrow(start, name);
            }
        }

        return Kind == TokenKind.Arrow && _arrowAllowedAt == start ? ParseArrow(start, name) : name;
    }

    private ArrowFunctionExpression ParseAsyncArrow(int start)
    {
        if (Kind == TokenKind.Await)
        {
            ReportHere(SyntaxErrorCode.ReservedWord, CurrentName);
        }
        else if (Kind != TokenKind.Identifier)
        {
            CheckReference();
        }

        var list = _nodes.Mark;
        _nodes.Add(ParseAnyName());
        return ParseArrowFrom(start, _nodes.Take<Node>(list), isAsync: true);
    }

    private Expression ParseAsyncCallOrArrow(int start, Identifier name)
    {
        var mark = _cover.Count;
        var list = _nodes.Mark;
        var inConsequent = _consequentAt == start;
        var before = (_yieldAt, _awaitAt, _awaitNameAt);
        _yieldAt = _awaitAt = _awaitNameAt = -1;
        ParseCoverList(_lexer.Start, calls: true);
        if (Kind == TokenKind.Arrow || (Kind == TokenKind.Colon && _typeScript && TrySkipArrowType(start, inConsequent)))
        {
            CheckYieldAndAwaitInParameters();
            if (_awaitNameAt >= 0)
            {
                _errors.Report(SyntaxErrorCode.AwaitInParameters, _awaitNameAt, _awaitNameAt + "await".Length);
            }

            var parameters = TakeParameters(list, mark);
            (_yieldAt, _awaitAt, _awaitNameAt) = before;
            return ParseArrowFrom(start, parameters, isAsync: true);
        }

        KeepFirst(before);
        FlushCover(mark);
        return new CallExpression(start, _lexer.LastEnd, name, _nodes.Take<Expression>(list), optional: false);
    }

    /// <summary>What is known of a parenthesised list besides its elements.</summary>
    private struct CoverList
    {
        public readonly int Opener;

        /// <summary>Where the first element starts, its parentheses included.</summary>
        public int FirstElementStart;

        /// <summary>Where the last element ends, its parentheses included.</summary>
        public int LastElementEnd;

        /// <summary>Where the first rest or spread starts, or -1.</summary>
        public int RestAt;

        /// <summary>Whether an element has a type, or is marked as optional, as only parameters have and are.</summary>
        public bool HasTypes;

        /// <summary>Where the comma behind the last element stands, or -1.</summary>
        public int CommaAt;

        public CoverList(int opener)
        {
            Opener = opener;
            FirstElementStart = opener;
            LastElementEnd = opener;
            RestAt = -1;
            CommaAt = -1;
        }
    }
}
