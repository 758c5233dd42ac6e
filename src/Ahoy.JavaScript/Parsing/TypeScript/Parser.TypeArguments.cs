using Ahoy.JavaScript.Lexing;

namespace Ahoy.JavaScript.Parsing;

/// <content>What TypeScript writes in angle brackets.</content>
internal sealed partial class Parser
{
    private HashSet<int>? _noTypeArgumentsAt;

    /// <summary>
    /// What stands in angle brackets behind a name, or before the parameters of a function: types, or the declarations of them.
    /// What is allowed in the one but not in the other is allowed in both.
    /// </summary>
    private bool SkipTypeArguments()
    {
        var start = _lexer.Start;
        if (_noTypeArgumentsAt?.Contains(start) == true)
        {
            return false;
        }

        var found = SkipAngles();
        if (!found)
        {
            // "a < b < c < …" would otherwise be read to its end for each of its signs.
            (_noTypeArgumentsAt ??= []).Add(start);
        }

        return found;
    }

    private bool SkipAngles()
    {
        _lexer.SplitAngle();
        Next();
        while (!IsClosingAngle)
        {
            while (Kind is TokenKind.Const or TokenKind.In || IsWord("out"))
            {
                // "const" alone is a type as well: <const>[1, 2].
                if (Peek() is var next && !next.IsName())
                {
                    break;
                }

                Next();
            }

            if (!SkipTypeParameter())
            {
                return false;
            }

            if (!Eat(TokenKind.Comma))
            {
                break;
            }
        }

        if (!IsClosingAngle)
        {
            return false;
        }

        _lexer.SplitAngle();
        Next();
        return true;
    }

    /// <summary><c>T</c>, <c>T extends A = B</c>, <c>A extends B ? C : D</c></summary>
    private bool SkipTypeParameter()
    {
        var outer = (_noConditionalTypes, _behindExtends);
        _noConditionalTypes = _behindExtends = false;
        var found = SkipTypeParameterHere();
        (_noConditionalTypes, _behindExtends) = outer;
        return found;
    }

    private bool SkipTypeParameterHere()
    {
        if (!SkipUnconditionalType())
        {
            return false;
        }

        if (Eat(TokenKind.Extends) && !(SkipUnconditionalType() && SkipBranches()))
        {
            return false;
        }

        return !Eat(TokenKind.Assign) || SkipType();
    }

    /// <summary>
    /// Behind <c>A extends B</c>: the rest of a conditional type, if it is one; where B is to be the conditional one, as a
    /// constraint may be, its own branches.
    /// </summary>
    private bool SkipBranches()
    {
        if (Eat(TokenKind.Extends) && !SkipUnconditionalType())
        {
            return false;
        }

        return !Eat(TokenKind.Question) || (SkipType() && Eat(TokenKind.Colon) && SkipType());
    }

    private bool IsClosingAngle => Kind is TokenKind.Greater or TokenKind.ShiftRight or TokenKind.UnsignedShiftRight
        or TokenKind.GreaterEqual or TokenKind.ShiftRightAssign or TokenKind.UnsignedShiftRightAssign;
}
