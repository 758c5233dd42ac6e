using Ahoy.JavaScript.Lexing;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.JavaScript.Parsing;

/// <content>What happens where the source is not what the grammar wants.</content>
internal sealed partial class Parser
{
    /// <summary>Keeps the time for a file of one long line in proportion to its length.</summary>
    private const int LongestLineToMeasure = 1000;

    private int _unexpectedAt = -1;
    private int _abandonedAt = -1;
    private bool _unclosedBrace;

    /// <summary>Whether the file ended inside braces, or inside a template.</summary>
    private bool BracesSuspect => _unclosedBrace || _errors.Contains(SyntaxErrorCode.UnterminatedTemplate);

    /// <summary>
    /// Reports that the current token is not what should stand here. Of the errors that one token causes, the first alone
    /// tells something.
    /// </summary>
    private void Unexpected(SyntaxErrorCode code, string? expected = null)
    {
        if (_unexpectedAt == _lexer.Start || _abandonedAt >= 0)
        {
            return;
        }

        _unexpectedAt = _lexer.Start;
        _errors.Report(code, _lexer.Start, _lexer.End, expected, FoundText());
    }

    /// <summary>Takes a token that must stand here; where it does not, says so and takes nothing.</summary>
    private void Expect(TokenKind kind, string purpose)
    {
        if (_lexer.Kind == kind)
        {
            _lexer.Next();
        }
        else
        {
            Unexpected(SyntaxErrorCode.ExpectedToken, $"'{Operators.Text(kind)}' {purpose}");
        }
    }

    /// <summary>Takes the token that closes what <paramref name="opener"/> opened.</summary>
    private void ExpectClosing(TokenKind kind, int opener, string purpose)
    {
        if (_lexer.Kind == kind)
        {
            _lexer.Next();
            return;
        }

        if (_lexer.Kind == TokenKind.EndOfFile && _abandonedAt < 0)
        {
            _unclosedBrace |= kind == TokenKind.CloseBrace;
            if (_unexpectedAt != _lexer.Start)
            {
                // At the end of the file the error is best shown where the unclosed thing begins.
                _unexpectedAt = _lexer.Start;
                _errors.Report(SyntaxErrorCode.Unclosed, opener, opener + 1, Operators.Text(kind), purpose);
            }

            return;
        }

        Unexpected(SyntaxErrorCode.ExpectedToken, $"'{Operators.Text(kind)}' {purpose}");
    }

    private string FoundText() => Kind switch
    {
        TokenKind.EndOfFile => "the end of the file",
        TokenKind.String => "a string",
        TokenKind.RegExp => "a regular expression",
        _ when Kind.IsTemplate() => "a template",
        _ => $"'{_text.Substring(_lexer.Start, Math.Min(_lexer.End - _lexer.Start, 40))}'",
    };

    /// <summary>Stands for a name or an expression that is not there.</summary>
    private Identifier Missing()
    {
        var at = _lexer.LastEnd;
        return new Identifier(at, at, string.Empty);
    }

    private void ConsumeSemicolon()
    {
        if (Kind == TokenKind.Semicolon)
        {
            _lexer.Next();
        }
        else if (!CanInsertSemicolon)
        {
            Unexpected(SyntaxErrorCode.ExpectedSemicolon);
        }
    }

    /// <summary>Makes sure that a list goes on even if what was to read an element took no token.</summary>
    private void SkipIfStuck(int before)
    {
        if (_lexer.Start == before && Kind != TokenKind.EndOfFile)
        {
            Unexpected(SyntaxErrorCode.UnexpectedToken);
            _lexer.Next();
        }
    }

    /// <summary>Skips the tokens that no statement starts with, at least one.</summary>
    private ErrorStatement SkipToStatement()
    {
        var start = _lexer.Start;
        Unexpected(Kind == TokenKind.Invalid ? SyntaxErrorCode.InvalidCharacter : SyntaxErrorCode.ExpectedStatement);
        do
        {
            _lexer.Next();
        }
        while (Kind != TokenKind.EndOfFile && !_lexer.NewLineBefore && !StartsStatement(Kind) && Kind != TokenKind.CloseBrace);

        // Whatever comes of the rest of the line is a consequence.
        if (!_lexer.NewLineBefore)
        {
            _unexpectedAt = _lexer.Start;
        }

        return new ErrorStatement(start, _lexer.LastEnd);
    }

    private static bool StartsStatement(TokenKind kind) =>
        kind is TokenKind.Semicolon or TokenKind.OpenBrace
        || (StartsExpression(kind) && kind is not TokenKind.Slash and not TokenKind.SlashAssign)
        || (kind.IsKeyword() && kind is not (TokenKind.Case or TokenKind.Default or TokenKind.Catch or TokenKind.Finally
            or TokenKind.Else or TokenKind.Extends or TokenKind.In or TokenKind.InstanceOf));

    private static bool StartsExpression(TokenKind kind) => kind switch
    {
        TokenKind.Class or TokenKind.Delete or TokenKind.False or TokenKind.Function or TokenKind.Import or TokenKind.New
            or TokenKind.Null or TokenKind.Super or TokenKind.This or TokenKind.True or TokenKind.TypeOf or TokenKind.Void => true,
        >= TokenKind.PrivateName and <= TokenKind.TemplateHead => true,
        TokenKind.OpenBrace or TokenKind.OpenParen or TokenKind.OpenBracket or TokenKind.Exclamation or TokenKind.Tilde
            or TokenKind.PlusPlus or TokenKind.MinusMinus or TokenKind.Plus or TokenKind.Minus
            or TokenKind.Slash or TokenKind.SlashAssign => true,
        TokenKind.EscapedKeyword => true,
        _ => kind.IsIdentifier(),
    };

    /// <summary>Whether an expression may start with the current token, in the language of the file.</summary>
    private bool StartsExpressionHere => StartsExpression(Kind) || (_typeScript && (Kind is TokenKind.Less or TokenKind.ShiftLeft || IsDecorator));

    /// <summary>Whether a statement that starts with the current keyword cannot be part of the list that is being read.</summary>
    private bool IsStatementKeyword =>
        Kind is TokenKind.Break or TokenKind.Const or TokenKind.Continue or TokenKind.Do or TokenKind.Export
            or TokenKind.For or TokenKind.If or TokenKind.Return or TokenKind.Switch or TokenKind.Throw or TokenKind.Try
            or TokenKind.Var or TokenKind.While;

    /// <summary>
    /// In the mode that goes by indentation: whether the current token starts a line that is not further in than the one
    /// where the block began, and so most likely is not part of the block.
    /// </summary>
    private bool EndsByIndentation(int blockColumn) =>
        blockColumn >= 0 && _lexer.NewLineBefore && Kind != TokenKind.CloseBrace && ColumnOf(_lexer.Start) <= blockColumn;

    /// <summary>The indentation to compare with for a block: -1 where the mode does not go by it.</summary>
    private int BlockColumn(int ownerStart, int braceStart) =>
        _mode == ParseMode.ByIndentation ? Math.Min(IndentationOf(ownerStart), IndentationOf(braceStart)) : -1;

    /// <summary>How far the line of an offset is indented; -1 where the line is too long to be written by people.</summary>
    private int IndentationOf(int offset)
    {
        var lineStart = LineStart(offset);
        if (lineStart < 0)
        {
            return -1;
        }

        var i = lineStart;
        while (i < offset && Characters.IsWhiteSpace(_text[i]))
        {
            i++;
        }

        return i - lineStart;
    }

    private int ColumnOf(int offset) => LineStart(offset) is var start and >= 0 ? offset - start : int.MaxValue;

    private int LineStart(int offset)
    {
        var furthest = Math.Max(0, offset - LongestLineToMeasure);
        while (offset > furthest && !Characters.IsLineTerminator(_text[offset - 1]))
        {
            offset--;
        }

        return offset > furthest || offset == 0 ? offset : -1;
    }

    /// <summary>One level deeper; false where that is too deep, and the rest of the file is given up.</summary>
    private bool TryEnter()
    {
        if (_depth < MaxDepth)
        {
            _depth++;
            return true;
        }

        if (_abandonedAt < 0)
        {
            _errors.Report(SyntaxErrorCode.NestedTooDeep, _lexer.Start, _lexer.End);
            _abandonedAt = _lexer.LastEnd;
            _lexer.Abort();
        }

        return false;
    }

    private static T OnNewStack<T>(Func<T> parse)
    {
        T? result = default;
        StackGuard.Run(() => result = parse());
        return result!;
    }

    private bool NeedsNewStack => _depth % LevelsBetweenStackChecks == 0 && !StackGuard.HasRoom();

    /// <summary>Puts what was given up into the tree, so that the tree covers the whole file.</summary>
    private void AddAbandonedText()
    {
        if (_abandonedAt >= 0)
        {
            _nodes.Add(new ErrorStatement(_abandonedAt, _text.Length));
        }
    }
}
