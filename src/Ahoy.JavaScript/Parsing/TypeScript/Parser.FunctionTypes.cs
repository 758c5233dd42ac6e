using Ahoy.JavaScript.Lexing;

namespace Ahoy.JavaScript.Parsing;

/// <content>TypeScript's types of functions, and the members of object types.</content>
internal sealed partial class Parser
{
    /// <summary>Whether a type is that of a function or a constructor, and not one in parentheses.</summary>
    private bool StartsFunctionType()
    {
        switch (Kind)
        {
            case TokenKind.Less or TokenKind.New:
                return true;
            case TokenKind.OpenParen:
                var state = _lexer.Save();
                var isFunction = StartsParameters();
                _lexer.Restore(state);
                return isFunction;
            default:
                return IsWord("abstract") && Peek() == TokenKind.New;
        }
    }

    /// <summary>Whether a parenthesis opens parameters: the tokens up to the first that only these can have tell.</summary>
    private bool StartsParameters()
    {
        Next();
        if (Kind is TokenKind.Ellipsis)
        {
            return true;
        }

        if (Eat(TokenKind.CloseParen))
        {
            return Kind == TokenKind.Arrow;
        }

        if (Kind is TokenKind.OpenBrace or TokenKind.OpenBracket)
        {
            if (!SkipBrackets())
            {
                return false;
            }
        }
        else if (Kind.IsIdentifier() || Kind == TokenKind.This)
        {
            Next();
        }
        else
        {
            return false;
        }

        return Kind is TokenKind.Colon or TokenKind.Comma or TokenKind.Question or TokenKind.Assign
            || (Eat(TokenKind.CloseParen) && Kind == TokenKind.Arrow);
    }

    private bool SkipFunctionType()
    {
        if (IsWord("abstract"))
        {
            Next();
        }

        Eat(TokenKind.New);
        if (Kind == TokenKind.Less && !SkipTypeArguments())
        {
            return false;
        }

        return Kind == TokenKind.OpenParen && SkipTypeParametersList() && Eat(TokenKind.Arrow) && SkipReturnTypeOfType();
    }

    private bool SkipReturnTypeOfType()
    {
        var outer = _noConditionalTypes;
        _noConditionalTypes = false;
        var found = SkipReturnType();
        _noConditionalTypes = outer;
        return found;
    }

    /// <summary>What a function returns: a type, <c>x is T</c>, <c>asserts x</c> or <c>asserts x is T</c>.</summary>
    private bool SkipReturnType()
    {
        if (IsWord("asserts"))
        {
            var next = Peek(out var newLine);
            if (!newLine && (next.IsIdentifier() || next == TokenKind.This))
            {
                Next();
                if (IsWord("is") && Peek() is var behind && !behind.IsIdentifier() && behind != TokenKind.This)
                {
                    return SkipPredicate();
                }

                if (!IsPredicate())
                {
                    Next();
                    return true;
                }
            }
        }

        return IsPredicate() ? SkipPredicate() : SkipType();
    }

    /// <summary>Whether <c>x is</c> stands here.</summary>
    private bool IsPredicate()
    {
        if (!Kind.IsIdentifier() && Kind != TokenKind.This)
        {
            return false;
        }

        var state = _lexer.Save();
        Next();
        var isPredicate = IsWord("is") && !_lexer.NewLineBefore;
        _lexer.Restore(state);
        return isPredicate;
    }

    private bool SkipPredicate()
    {
        Next();
        if (IsWord("is"))
        {
            Next();
        }

        return SkipType();
    }

    /// <summary>The parameters of a type: names or patterns, with types.</summary>
    private bool SkipTypeParametersList()
    {
        Next();
        while (Kind != TokenKind.CloseParen)
        {
            Eat(TokenKind.Ellipsis);
            if (Kind is TokenKind.OpenBrace or TokenKind.OpenBracket)
            {
                if (!SkipBrackets())
                {
                    return false;
                }
            }
            else if (Kind.IsName())
            {
                Next();
                if (Kind.IsIdentifier())
                {
                    // A modifier stood before the name.
                    Next();
                }
            }
            else
            {
                return false;
            }

            Eat(TokenKind.Question);
            if (Eat(TokenKind.Colon) && !SkipEnclosedType())
            {
                return false;
            }

            if (!Eat(TokenKind.Comma))
            {
                break;
            }
        }

        return Eat(TokenKind.CloseParen);
    }

    /// <summary>Whatever stands in brackets, and the brackets.</summary>
    private bool SkipBrackets()
    {
        var depth = 0;
        do
        {
            switch (Kind)
            {
                case TokenKind.OpenBrace or TokenKind.OpenBracket or TokenKind.OpenParen:
                    depth++;
                    break;
                case TokenKind.CloseBrace or TokenKind.CloseBracket or TokenKind.CloseParen:
                    depth--;
                    break;
                case TokenKind.TemplateHead:
                    if (!SkipTemplateType())
                    {
                        return false;
                    }

                    continue;
                case TokenKind.EndOfFile:
                    return false;
            }

            Next();
        }
        while (depth > 0);
        return true;
    }

    /// <summary>The braces of an object type, a mapped type or an interface.</summary>
    private bool SkipTypeMembers()
    {
        if (!Eat(TokenKind.OpenBrace))
        {
            return false;
        }

        var outer = (_noConditionalTypes, _behindExtends);
        _noConditionalTypes = _behindExtends = false;
        var found = true;
        while (found && Kind is not (TokenKind.CloseBrace or TokenKind.EndOfFile))
        {
            found = SkipTypeMember() && SkipMemberEnd();
        }

        (_noConditionalTypes, _behindExtends) = outer;
        return found && Eat(TokenKind.CloseBrace);
    }

    private bool SkipMemberEnd() =>
        Eat(TokenKind.Semicolon) || Eat(TokenKind.Comma) || Kind == TokenKind.CloseBrace || _lexer.NewLineBefore;

    private bool SkipTypeMember()
    {
        // "-readonly" and "-?" of mapped types.
        if (Kind is TokenKind.Minus or TokenKind.Plus)
        {
            Next();
        }

        SkipMemberModifiers();
        switch (Kind)
        {
            case TokenKind.OpenBracket:
                if (!SkipBrackets())
                {
                    return false;
                }

                break;
            case TokenKind.OpenParen or TokenKind.Less:
                break;
            case TokenKind.String or TokenKind.Number or TokenKind.BigInt or TokenKind.PrivateName:
                Next();
                break;
            default:
                if (!Kind.IsName())
                {
                    return false;
                }

                Next();
                break;
        }

        if (Kind is TokenKind.Minus or TokenKind.Plus)
        {
            Next();
        }

        Eat(TokenKind.Question);
        if (Kind == TokenKind.Less && !SkipTypeArguments())
        {
            return false;
        }

        if (Kind == TokenKind.OpenParen && !SkipTypeParametersList())
        {
            return false;
        }

        return !Eat(TokenKind.Colon) || SkipReturnType();
    }

    /// <summary><c>readonly</c>, <c>get</c>, <c>set</c>, <c>new</c> and the like, where a name follows each.</summary>
    private void SkipMemberModifiers()
    {
        while (Kind is TokenKind.Get or TokenKind.Set or TokenKind.New or TokenKind.Static
            or TokenKind.Public or TokenKind.Private or TokenKind.Protected || IsWord("readonly"))
        {
            var isNew = Kind == TokenKind.New;
            var next = Peek(out var newLine);
            var isModifier = isNew ? next is TokenKind.OpenParen or TokenKind.Less : !newLine && StartsPropertyName(next);
            if (!isModifier)
            {
                return;
            }

            Next();
        }
    }
}
