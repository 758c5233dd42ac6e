using Ahoy.JavaScript.Lexing;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.JavaScript.Parsing;

/// <content>Object literals.</content>
internal sealed partial class Parser
{
    private ObjectExpression ParseObject()
    {
        var start = _lexer.Start;
        var context = _context;
        _context &= ~Context.NoIn;
        Next();
        var list = _nodes.Mark;
        var hasProto = false;
        while (Kind is not (TokenKind.CloseBrace or TokenKind.EndOfFile))
        {
            if (Kind == TokenKind.Ellipsis)
            {
                _nodes.Add(ParseSpreadOrRest());
            }
            else if (StartsMember(Kind) && !IsStatementInsteadOfMember())
            {
                _nodes.Add(ParseProperty(ref hasProto));
            }
            else
            {
                Unexpected(SyntaxErrorCode.ExpectedPropertyName);
                if (Kind is not (TokenKind.Comma or TokenKind.Invalid))
                {
                    break;
                }

                Next();
                continue;
            }

            if (!EatPropertySeparator())
            {
                break;
            }
        }

        ExpectClosing(TokenKind.CloseBrace, start, "to close this object");
        _context = context;
        return new ObjectExpression(start, _lexer.LastEnd, _nodes.Take<Node>(list));
    }

    /// <summary>Takes the comma behind a property. Where it is missing, and a property follows, the object goes on.</summary>
    private bool EatPropertySeparator()
    {
        if (Eat(TokenKind.Comma))
        {
            return true;
        }

        if (Kind is TokenKind.CloseBrace or TokenKind.EndOfFile)
        {
            return false;
        }

        Unexpected(SyntaxErrorCode.ExpectedToken, "',' or '}' in this object");
        return StartsMember(Kind) && !IsStatementInsteadOfMember();
    }

    /// <summary>
    /// Whether the object was not closed, and a line follows that is a statement: a keyword that is not the name of a
    /// property, because none of the tokens follows that would.
    /// </summary>
    private bool IsStatementInsteadOfMember()
    {
        if (!_lexer.NewLineBefore || !(Kind.IsKeyword() || Kind is TokenKind.Let or TokenKind.Async))
        {
            return false;
        }

        var next = Peek();
        return Kind == TokenKind.Async
            ? next == TokenKind.Function
            : next is not (TokenKind.Colon or TokenKind.Comma or TokenKind.OpenParen or TokenKind.CloseBrace or TokenKind.Assign);
    }

    private static bool StartsMember(TokenKind kind) => StartsPropertyName(kind) || kind is TokenKind.Star or TokenKind.PrivateName;

    private static bool StartsPropertyName(TokenKind kind) =>
        kind.IsName() || kind is TokenKind.String or TokenKind.Number or TokenKind.BigInt or TokenKind.OpenBracket;

    /// <summary>The name of a property, method or field.</summary>
    private Node ParsePropertyKey()
    {
        switch (Kind)
        {
            case TokenKind.String:
                return ParseString();
            case TokenKind.Number:
                return ParseNumber();
            case TokenKind.BigInt:
                return ParseBigInt();
            case TokenKind.OpenBracket:
                var opener = _lexer.Start;
                Next();
                var key = ParseEnclosedAssignment();
                ExpectClosing(TokenKind.CloseBracket, opener, "after the name of a property");
                return key;
            case TokenKind.PrivateName:
                var name = ParsePrivateName();
                Report(SyntaxErrorCode.PrivateNameInObject, name, name.Name);
                return name;
            default:
                if (Kind.IsName())
                {
                    return ParseAnyName();
                }

                Unexpected(SyntaxErrorCode.ExpectedPropertyName);
                return Missing();
        }
    }

    private Property ParseProperty(ref bool hasProto)
    {
        var start = _lexer.Start;
        var modifiers = ParseModifiers(out var state, out var name);
        if (modifiers != MemberModifiers.None)
        {
            return ParseMethodProperty(start, modifiers);
        }

        var form = name is null && Kind == TokenKind.OpenBracket ? PropertyForm.Computed : PropertyForm.None;
        var key = name ?? ParsePropertyKey();
        switch (Kind)
        {
            case TokenKind.Colon:
                return ParsePropertyValue(start, key, form, state.Kind, ref hasProto);
            case TokenKind.OpenParen:
            case TokenKind.Less when _typeScript:
                var method = ParseMethod(_lexer.Start, Context.None, MethodKind.Method);
                return new Property(start, _lexer.LastEnd, key, method, PropertyKind.Init, form | PropertyForm.Method);
            default:
                if (name is not null)
                {
                    return ParseShorthand(state, name);
                }

                Expect(TokenKind.Colon, "after the name of a property");
                return new Property(start, _lexer.LastEnd, key, Missing(), PropertyKind.Init, form);
        }
    }

    private Property ParsePropertyValue(int start, Node key, PropertyForm form, TokenKind keyKind, ref bool hasProto)
    {
        Next();
        var isProto = form == PropertyForm.None && (keyKind == TokenKind.Proto || key is StringLiteral { Value: "__proto__" });
        if (isProto && hasProto)
        {
            _cover.Add(CoverErrors.Kind.SecondProto, key.Start, key.End);
        }

        hasProto |= isProto;
        var valueStart = _lexer.Start;
        var value = ParseAssignmentOrPattern();
        NoteParentheses(value, valueStart);
        return new Property(start, _lexer.LastEnd, key, value, PropertyKind.Init, form);
    }

    private Property ParseMethodProperty(int start, MemberModifiers modifiers)
    {
        var form = Kind == TokenKind.OpenBracket ? PropertyForm.Computed : PropertyForm.None;
        var key = ParsePropertyKey();
        var kind = (modifiers & MemberModifiers.Get) != 0 ? PropertyKind.Get
            : (modifiers & MemberModifiers.Set) != 0 ? PropertyKind.Set
            : PropertyKind.Init;
        var methodKind = kind switch
        {
            PropertyKind.Get => MethodKind.Get,
            PropertyKind.Set => MethodKind.Set,
            _ => MethodKind.Method,
        };
        var function = ParseMethod(_lexer.Start, ContextOf(modifiers), methodKind);
        form |= kind == PropertyKind.Init ? PropertyForm.Method : PropertyForm.None;
        return new Property(start, _lexer.LastEnd, key, function, kind, form);
    }

    private Property ParseShorthand(in LexerState nameState, Identifier name)
    {
        if (nameState.Kind != TokenKind.Identifier)
        {
            // Only now is it known that the name is a variable too: it is looked at again as such.
            _lexer.Restore(nameState);
            if (Kind.IsKeyword() && Kind != TokenKind.Enum)
            {
                ReportHere(SyntaxErrorCode.ReservedWord, name.Name);
            }
            else
            {
                CheckReference();
            }

            Next();
        }

        Node value = name;
        if (Kind == TokenKind.Assign)
        {
            _cover.Add(CoverErrors.Kind.ShorthandDefault, _lexer.Start, _lexer.End);
            value = ParseDefault(name);
        }

        return new Property(name.Start, _lexer.LastEnd, name, value, PropertyKind.Init, PropertyForm.Shorthand);
    }

    /// <summary>
    /// Takes <c>async</c>, <c>get</c>, <c>set</c> and <c>*</c> before the name of a member. A name that turns out to be the
    /// member's own is handed back in <paramref name="name"/>, read already.
    /// </summary>
    private MemberModifiers ParseModifiers(out LexerState state, out Identifier? name)
    {
        name = null;
        state = default;
        if (Eat(TokenKind.Star))
        {
            return MemberModifiers.Generator;
        }

        if (!Kind.IsName())
        {
            return MemberModifiers.None;
        }

        state = _lexer.Save();
        name = ParseAnyName();
        if (state.HasEscape || state.Kind is not (TokenKind.Async or TokenKind.Get or TokenKind.Set))
        {
            return MemberModifiers.None;
        }

        if (state.Kind == TokenKind.Async)
        {
            if (_lexer.NewLineBefore || !StartsMember(Kind))
            {
                return MemberModifiers.None;
            }

            name = null;
            return Eat(TokenKind.Star) ? MemberModifiers.Async | MemberModifiers.Generator : MemberModifiers.Async;
        }

        if (!StartsPropertyName(Kind) && Kind != TokenKind.PrivateName)
        {
            return MemberModifiers.None;
        }

        name = null;
        return state.Kind == TokenKind.Get ? MemberModifiers.Get : MemberModifiers.Set;
    }

    private static Context ContextOf(MemberModifiers modifiers) =>
        ((modifiers & MemberModifiers.Async) != 0 ? Context.Await : Context.None)
        | ((modifiers & MemberModifiers.Generator) != 0 ? Context.Yield : Context.None);

    [Flags]
    private enum MemberModifiers
    {
        None = 0,
        Async = 1,
        Generator = 2,
        Get = 4,
        Set = 8,
    }
}
