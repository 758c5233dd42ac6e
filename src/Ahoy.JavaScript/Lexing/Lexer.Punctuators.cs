namespace Ahoy.JavaScript.Lexing;

/// <content>Everything that does not start with an ASCII letter: the choice, and the punctuators.</content>
internal sealed partial class Lexer
{
    private void ScanOther(char first)
    {
        switch (first)
        {
            case '(':
                Set(TokenKind.OpenParen, 1);
                break;
            case ')':
                Set(TokenKind.CloseParen, 1);
                break;
            case '{':
                Set(TokenKind.OpenBrace, 1);
                break;
            case '}':
                Set(TokenKind.CloseBrace, 1);
                break;
            case '[':
                Set(TokenKind.OpenBracket, 1);
                break;
            case ']':
                Set(TokenKind.CloseBracket, 1);
                break;
            case ';':
                Set(TokenKind.Semicolon, 1);
                break;
            case ',':
                Set(TokenKind.Comma, 1);
                break;
            case ':':
                Set(TokenKind.Colon, 1);
                break;
            case '~':
                Set(TokenKind.Tilde, 1);
                break;
            case '.':
                ScanDot();
                break;
            case '"' or '\'':
                ScanString(first);
                break;
            case '`':
                ScanTemplate(Start + 1, TokenKind.Template, TokenKind.TemplateHead);
                break;
            case >= '0' and <= '9':
                ScanNumber();
                break;
            case '#':
                ScanPrivateName();
                break;
            case '\\' or > '\u007f':
                ScanUnusualStart();
                break;
            default:
                ScanOperator(first);
                break;
        }
    }

    private void ScanUnusualStart()
    {
        if (_text[Start] == '\\' ? At(Start + 1) == 'u' : Characters.IsIdentifierStart(Characters.CodePointAt(_text, Start)))
        {
            ScanUnusualName(Start);
        }
        else
        {
            ScanInvalid();
        }
    }

    private void ScanDot()
    {
        var next = At(Start + 1);
        if (Characters.IsDecimalDigit(next))
        {
            ScanNumber();
        }
        else if (next == '.' && At(Start + 2) == '.')
        {
            Set(TokenKind.Ellipsis, 3);
        }
        else
        {
            Set(TokenKind.Dot, 1);
        }
    }

    private void ScanOperator(char first)
    {
        var second = At(Start + 1);
        switch (first)
        {
            case '=':
                ScanEquals(second);
                break;
            case '!':
                SetLongest(second, '=', TokenKind.Exclamation, TokenKind.NotEqual, TokenKind.StrictNotEqual);
                break;
            case '+':
                ScanDoubled(first, second, TokenKind.Plus, TokenKind.PlusPlus, TokenKind.PlusAssign);
                break;
            case '-':
                ScanDoubled(first, second, TokenKind.Minus, TokenKind.MinusMinus, TokenKind.MinusAssign);
                break;
            case '*':
                ScanRepeated(first, second, TokenKind.Star, TokenKind.StarAssign, TokenKind.StarStar, TokenKind.StarStarAssign);
                break;
            case '&':
                ScanRepeated(first, second, TokenKind.Ampersand, TokenKind.AmpersandAssign, TokenKind.And, TokenKind.AndAssign);
                break;
            case '|':
                ScanRepeated(first, second, TokenKind.Bar, TokenKind.BarAssign, TokenKind.Or, TokenKind.OrAssign);
                break;
            case '/':
                ScanAssigning(second, TokenKind.Slash, TokenKind.SlashAssign);
                break;
            case '%':
                ScanAssigning(second, TokenKind.Percent, TokenKind.PercentAssign);
                break;
            case '^':
                ScanAssigning(second, TokenKind.Caret, TokenKind.CaretAssign);
                break;
            case '<':
                ScanRepeated(first, second, TokenKind.Less, TokenKind.LessEqual, TokenKind.ShiftLeft, TokenKind.ShiftLeftAssign);
                break;
            case '>':
                ScanGreater(second);
                break;
            case '?':
                ScanQuestion(second);
                break;
            default:
                ScanInvalid();
                break;
        }
    }

    private void ScanEquals(char second)
    {
        if (second == '>')
        {
            Set(TokenKind.Arrow, 2);
        }
        else
        {
            SetLongest(second, '=', TokenKind.Assign, TokenKind.EqualEqual, TokenKind.StrictEqual);
        }
    }

    /// <summary>One, two or three characters, of which the second and third are the same.</summary>
    private void SetLongest(char second, char repeated, TokenKind one, TokenKind two, TokenKind three)
    {
        if (second != repeated)
        {
            Set(one, 1);
        }
        else if (At(Start + 2) == repeated)
        {
            Set(three, 3);
        }
        else
        {
            Set(two, 2);
        }
    }

    private void ScanDoubled(char first, char second, TokenKind one, TokenKind doubled, TokenKind assigning)
    {
        if (second == first)
        {
            Set(doubled, 2);
        }
        else
        {
            ScanAssigning(second, one, assigning);
        }
    }

    private void ScanRepeated(char first, char second, TokenKind one, TokenKind assigning, TokenKind two, TokenKind twoAssigning)
    {
        if (second != first)
        {
            ScanAssigning(second, one, assigning);
        }
        else if (At(Start + 2) == '=')
        {
            Set(twoAssigning, 3);
        }
        else
        {
            Set(two, 2);
        }
    }

    private void ScanAssigning(char second, TokenKind one, TokenKind assigning)
    {
        if (second == '=')
        {
            Set(assigning, 2);
        }
        else
        {
            Set(one, 1);
        }
    }

    private void ScanGreater(char second)
    {
        if (second == '>' && At(Start + 2) == '>')
        {
            if (At(Start + 3) == '=')
            {
                Set(TokenKind.UnsignedShiftRightAssign, 4);
            }
            else
            {
                Set(TokenKind.UnsignedShiftRight, 3);
            }
        }
        else
        {
            ScanRepeated('>', second, TokenKind.Greater, TokenKind.GreaterEqual, TokenKind.ShiftRight, TokenKind.ShiftRightAssign);
        }
    }

    /// <summary>Takes the first angle bracket alone of a token such as <c>&gt;&gt;=</c>: in TypeScript it may close type arguments.</summary>
    public void SplitAngle()
    {
        if (End > Start + 1)
        {
            Set(_text[Start] == '<' ? TokenKind.Less : TokenKind.Greater, 1);
        }
    }

    private void ScanQuestion(char second)
    {
        if (second == '?')
        {
            ScanRepeated('?', second, TokenKind.Question, TokenKind.Question, TokenKind.Coalesce, TokenKind.CoalesceAssign);
        }
        else if (second == '.' && !Characters.IsDecimalDigit(At(Start + 2)))
        {
            Set(TokenKind.QuestionDot, 2);
        }
        else
        {
            Set(TokenKind.Question, 1);
        }
    }
}
