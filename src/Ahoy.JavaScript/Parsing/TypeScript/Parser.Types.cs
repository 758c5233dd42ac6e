using Ahoy.JavaScript.Lexing;

namespace Ahoy.JavaScript.Parsing;

/// <content>
/// TypeScript's types, which leave nothing in the tree: each method passes over one and tells whether there was one. None of
/// them reports an error, so that a place which may also be no type can be tried.
/// </content>
internal sealed partial class Parser
{
    // In the part of a conditional type behind "extends", another "extends" is not the start of one more, but in what a
    // function there returns; and the question mark behind an "infer A extends B" there is the condition's.
    private bool _noConditionalTypes;
    private bool _behindExtends;

    /// <summary>Passes over a colon and the type behind it, if a colon stands here.</summary>
    private void SkipAnnotation()
    {
        if (Kind == TokenKind.Colon)
        {
            Next();
            ExpectType(SkipType());
        }
    }

    /// <summary>Passes over a colon and what a function returns, if a colon stands here.</summary>
    private void SkipReturnAnnotation()
    {
        if (Kind == TokenKind.Colon)
        {
            Next();
            ExpectType(SkipReturnType());
        }
    }

    private void ExpectType(bool found)
    {
        if (!found)
        {
            Unexpected(SyntaxErrorCode.ExpectedType);
        }
    }

    private bool SkipType()
    {
        if (!TryEnter())
        {
            return false;
        }

        var found = NeedsNewStack ? OnNewStack(SkipTypeHere) : SkipTypeHere();
        _depth--;
        return found;
    }

    /// <summary>A type in brackets of its own, where conditional types may stand again.</summary>
    private bool SkipEnclosedType()
    {
        var outer = (_noConditionalTypes, _behindExtends);
        _noConditionalTypes = _behindExtends = false;
        var found = SkipType();
        (_noConditionalTypes, _behindExtends) = outer;
        return found;
    }

    private bool SkipTypeHere()
    {
        if (!SkipUnion())
        {
            return false;
        }

        if (_noConditionalTypes || Kind != TokenKind.Extends || _lexer.NewLineBefore)
        {
            return true;
        }

        Next();
        return SkipUnconditionalType() && Eat(TokenKind.Question) && SkipType() && Eat(TokenKind.Colon) && SkipType();
    }

    private bool SkipUnconditionalType()
    {
        var outer = (_noConditionalTypes, _behindExtends);
        _noConditionalTypes = _behindExtends = true;
        var found = SkipType();
        (_noConditionalTypes, _behindExtends) = outer;
        return found;
    }

    /// <summary>Types with <c>|</c> and <c>&amp;</c> between them, and maybe one before the first.</summary>
    private bool SkipUnion()
    {
        do
        {
            while (Kind is TokenKind.Bar or TokenKind.Ampersand)
            {
                Next();
            }

            if (!SkipOperatorType())
            {
                return false;
            }
        }
        while (Kind is TokenKind.Bar or TokenKind.Ampersand);
        return true;
    }

    private bool SkipOperatorType()
    {
        while (IsWord("keyof") || IsWord("unique") || IsWord("readonly"))
        {
            Next();
        }

        return IsWord("infer") ? SkipInfer()
            : StartsFunctionType() ? SkipFunctionType()
            : SkipPrimaryType() && SkipTypeSuffixes();
    }

    private bool SkipInfer()
    {
        Next();
        if (!Kind.IsName())
        {
            return false;
        }

        Next();
        if (Kind != TokenKind.Extends)
        {
            return true;
        }

        Next();
        if (!SkipUnconditionalType())
        {
            return false;
        }

        // Not a constraint after all, but the condition of the type that begins with this one.
        if (!_behindExtends && Kind == TokenKind.Question)
        {
            return SkipBranches();
        }

        return true;
    }

    /// <summary><c>[]</c> and <c>[K]</c> behind a type.</summary>
    private bool SkipTypeSuffixes()
    {
        while (Kind == TokenKind.OpenBracket && !_lexer.NewLineBefore)
        {
            Next();
            if (Kind != TokenKind.CloseBracket && !SkipEnclosedType())
            {
                return false;
            }

            if (!Eat(TokenKind.CloseBracket))
            {
                return false;
            }
        }

        return true;
    }

    private bool SkipPrimaryType()
    {
        switch (Kind)
        {
            case TokenKind.OpenBrace:
                return SkipTypeMembers();
            case TokenKind.OpenBracket:
                return SkipTuple();
            case TokenKind.OpenParen:
                Next();
                return SkipEnclosedType() && Eat(TokenKind.CloseParen);
            case TokenKind.Template or TokenKind.TemplateHead:
                return SkipTemplateType();
            case TokenKind.Minus:
                Next();
                return Eat(TokenKind.Number) || Eat(TokenKind.BigInt);
            case TokenKind.String or TokenKind.Number or TokenKind.BigInt
                or TokenKind.True or TokenKind.False or TokenKind.Null or TokenKind.This or TokenKind.Void or TokenKind.Const:
                Next();
                return true;
            case TokenKind.TypeOf:
                Next();
                return Kind == TokenKind.Import ? SkipImportType() : (Kind.IsIdentifier() || Kind == TokenKind.This) && SkipTypeName();
            case TokenKind.Import:
                return SkipImportType();
            default:
                return Kind.IsIdentifier() && SkipTypeName();
        }
    }

    /// <summary><c>A.B&lt;C&gt;</c></summary>
    private bool SkipTypeName()
    {
        Next();
        while (Kind == TokenKind.Dot)
        {
            Next();
            if (!Kind.IsName() && Kind != TokenKind.PrivateName)
            {
                return false;
            }

            Next();
        }

        return Kind is not (TokenKind.Less or TokenKind.ShiftLeft) || _lexer.NewLineBefore || SkipTypeArguments();
    }

    /// <summary><c>import("m").A&lt;B&gt;</c></summary>
    private bool SkipImportType()
    {
        Next();
        return Kind == TokenKind.OpenParen && SkipBrackets() && SkipImportedName();
    }

    private bool SkipImportedName()
    {
        while (Kind == TokenKind.Dot)
        {
            Next();
            if (!Kind.IsName())
            {
                return false;
            }

            Next();
        }

        return Kind is not (TokenKind.Less or TokenKind.ShiftLeft) || _lexer.NewLineBefore || SkipTypeArguments();
    }

    private bool SkipTemplateType()
    {
        while (Kind is not (TokenKind.Template or TokenKind.TemplateTail))
        {
            Next();
            if (!SkipEnclosedType() || Kind != TokenKind.CloseBrace)
            {
                return false;
            }

            _lexer.RescanAsTemplate();
        }

        Next();
        return true;
    }

    private bool SkipTuple()
    {
        Next();
        while (Kind != TokenKind.CloseBracket)
        {
            Eat(TokenKind.Ellipsis);
            SkipTupleLabel();
            if (!SkipEnclosedType())
            {
                return false;
            }

            Eat(TokenKind.Question);
            if (!Eat(TokenKind.Comma))
            {
                break;
            }
        }

        return Eat(TokenKind.CloseBracket);
    }

    /// <summary><c>name:</c> or <c>name?:</c> before an element of a tuple.</summary>
    private void SkipTupleLabel()
    {
        if (!Kind.IsName())
        {
            return;
        }

        var state = _lexer.Save();
        Next();
        Eat(TokenKind.Question);
        if (!Eat(TokenKind.Colon))
        {
            _lexer.Restore(state);
        }
    }

    /// <summary>Whether the current name is one that means something to TypeScript alone.</summary>
    private bool IsWord(string word) => Kind == TokenKind.Identifier && !_lexer.HasEscape && CurrentName == word;
}
