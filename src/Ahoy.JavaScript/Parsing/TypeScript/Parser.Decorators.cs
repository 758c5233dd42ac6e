using Ahoy.JavaScript.Lexing;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.JavaScript.Parsing;

/// <content>Decorators: what they name is used at run time, so each leaves the expression that is evaluated, where it is.</content>
internal sealed partial class Parser
{
    // What the decorators of parameters name: they leave no node, but their imports are used.
    private HashSet<string>? _namesInDecorators;

    private bool IsDecorator => Kind == TokenKind.Invalid && _text[_lexer.Start] == '@';

    private ExpressionStatement ParseDecorator()
    {
        var start = _lexer.Start;
        Next();
        var expression = ParseDecoratorExpression();
        return new ExpressionStatement(start, _lexer.LastEnd, expression);
    }

    private Expression ParseDecoratorExpression()
    {
        if (!TryEnter())
        {
            return Missing();
        }

        var mark = _cover.Count;
        var expression = NeedsNewStack ? OnNewStack(ParseSubscripted) : ParseSubscripted();
        FlushCover(mark);
        _depth--;
        return expression;
    }

    private void SkipDecorators()
    {
        while (IsDecorator)
        {
            foreach (var name in ParseDecorator().DescendantsAndSelf().OfType<Identifier>())
            {
                (_namesInDecorators ??= new HashSet<string>(StringComparer.Ordinal)).Add(name.Name);
            }
        }
    }

    /// <summary>A class with decorators, which become statements before it.</summary>
    private Statement ParseDecoratedStatement(Embedding embedding)
    {
        if (embedding == Embedding.None)
        {
            ParseDecoratorStatements();
        }
        else
        {
            SkipDecorators();
        }

        switch (Kind)
        {
            case TokenKind.Class:
                return ParseClassStatement(embedding);
            case TokenKind.Export:
                return ParseExport(embedding);
            default:
                if (TryParseTypeScriptStatement(embedding) is { } other)
                {
                    return other;
                }

                Unexpected(SyntaxErrorCode.ExpectedToken, "a class behind its decorators");
                return new EmptyStatement(_lexer.LastEnd, _lexer.LastEnd);
        }
    }

    private void ParseDecoratorStatements()
    {
        while (IsDecorator)
        {
            _nodes.Add(ParseDecorator());
        }
    }

    private Expression ParseDecoratedClassExpression()
    {
        var start = _lexer.Start;
        var list = _nodes.Mark;
        while (IsDecorator)
        {
            _nodes.Add(ParseDecorator().Expression);
        }

        if (Kind == TokenKind.Class)
        {
            _nodes.Add(ParseClassExpression());
        }
        else
        {
            Unexpected(SyntaxErrorCode.ExpectedToken, "a class behind its decorators");
        }

        return new SequenceExpression(start, _lexer.LastEnd, _nodes.Take<Expression>(list));
    }
}
