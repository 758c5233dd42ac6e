using Ahoy.JavaScript.Lexing;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.JavaScript.Parsing;

/// <content>Names, and which may stand where.</content>
internal sealed partial class Parser
{
    /// <summary>Parses a name that refers to a variable or a label.</summary>
    private Identifier ParseIdentifier()
    {
        if (Kind != TokenKind.Identifier)
        {
            CheckReference();
        }

        return ParseAnyName();
    }

    /// <summary>Parses a name where reserved words are names like any other.</summary>
    private Identifier ParseAnyName()
    {
        var name = new Identifier(_lexer.Start, _lexer.End, CurrentName);
        Next();
        return name;
    }

    /// <summary>Reports the current name if it may be no identifier here.</summary>
    private void CheckReference()
    {
        switch (Kind)
        {
            case TokenKind.EscapedKeyword:
                ReportHere(SyntaxErrorCode.EscapedKeyword);
                break;
            case TokenKind.Await:
                CheckAwaitName();
                break;
            case TokenKind.Yield when IsStrict || (_context & Context.Yield) != 0:
            case TokenKind.Enum:
                ReportHere(SyntaxErrorCode.ReservedWord, CurrentName);
                break;
            case TokenKind.Arguments when (_context & Context.NoArguments) != 0:
                ReportHere(SyntaxErrorCode.ArgumentsInInitializer);
                break;
            default:
                if (IsStrict && Kind.IsReservedInStrict())
                {
                    ReportHere(SyntaxErrorCode.ReservedInStrict, CurrentName);
                }

                break;
        }
    }

    private void CheckAwaitName()
    {
        if (_sourceType == SourceType.Module || (_context & (Context.Await | Context.NoAwait)) != 0)
        {
            ReportHere(SyntaxErrorCode.ReservedWord, CurrentName);
        }
        else if (_awaitNameAt < 0)
        {
            _awaitNameAt = _lexer.Start;
        }
    }

    /// <summary>Reports the current name if nothing may be declared by it.</summary>
    private void CheckBinding(Binding binding)
    {
        CheckReference();
        if (IsStrict && Kind is TokenKind.Eval or TokenKind.Arguments && binding != Binding.Parameter)
        {
            ReportHere(SyntaxErrorCode.EvalOrArgumentsInStrict, CurrentName);
        }
        else if (Kind == TokenKind.Let && binding == Binding.Lexical && !IsStrict)
        {
            ReportHere(SyntaxErrorCode.LetAsLexicalName);
        }
    }

    /// <summary>Reports a name that was read before it was known that its function is strict.</summary>
    private void CheckNameInStrict(Identifier name)
    {
        var kind = _names.Kind(_names.Find(name.Name));
        if (kind is TokenKind.Eval or TokenKind.Arguments)
        {
            Report(SyntaxErrorCode.EvalOrArgumentsInStrict, name, name.Name);
        }
        else if (kind.IsReservedInStrict())
        {
            Report(SyntaxErrorCode.ReservedInStrict, name, name.Name);
        }
    }

    /// <summary>Reports <c>eval</c> and <c>arguments</c> where strict code assigns to them.</summary>
    private void CheckAssignedName(Identifier name)
    {
        if (IsStrict && name.Name is "eval" or "arguments")
        {
            Report(SyntaxErrorCode.EvalOrArgumentsInStrict, name, name.Name);
        }
    }
}
