using Ahoy.JavaScript.Lexing;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.JavaScript.Parsing;

/// <content>TypeScript's statements: those that leave nothing when it is compiled, and the way to those that do.</content>
internal sealed partial class Parser
{
    // What is declared for the type checker alone: it may be named in an export, of which nothing is left either.
    private HashSet<string>? _erasedNames;
    private int _ambientDepth;

    /// <summary>Parses a statement that JavaScript does not have; null where the current token starts none.</summary>
    private Statement? TryParseTypeScriptStatement(Embedding embedding, bool isDefaultExport = false)
    {
        var start = _lexer.Start;
        switch (Kind)
        {
            case TokenKind.Enum when Peek().IsIdentifier():
                return ParseEnum(start);
            case TokenKind.Const when Peek() == TokenKind.Enum:
                Next();
                return ParseEnum(start);
            case TokenKind.Interface when IsBeforeName():
                return EraseInterface(start);
            case TokenKind.Invalid when IsDecorator:
                return ParseDecoratedStatement(embedding);
            case TokenKind.Identifier when !_lexer.HasEscape:
                return TryParseWord(start, embedding, isDefaultExport);
            default:
                return null;
        }
    }

    private Statement? TryParseWord(int start, Embedding embedding, bool isDefaultExport)
    {
        switch (CurrentName)
        {
            case "type" when IsBeforeName():
                return EraseAlias(start);
            case "declare" when Peek(out var newLine) is var next && !newLine && (next.IsName() && next is not (TokenKind.In or TokenKind.InstanceOf or TokenKind.As)):
                return EraseDeclaration(start);
            case "abstract" when Peek(out var newLine) == TokenKind.Class && !newLine:
                Next();
                return isDefaultExport ? ParseClassDeclaration(isDefaultExport) : ParseClassStatement(embedding);
            case "namespace" or "module" when IsBeforeName():
            case "module" when Peek(out var newLine) == TokenKind.String && !newLine:
                Next();
                return ParseNamespace(start);
            case "global" when _ambientDepth > 0 && Peek() == TokenKind.OpenBrace:
                return ParseNamespace(start);
            default:
                return null;
        }
    }

    /// <summary>Whether a name follows in the same line.</summary>
    private bool IsBeforeName() => Peek(out var newLine) is var next && !newLine && next.IsIdentifier() && !(IsWord("type") && next == TokenKind.As);

    private EmptyStatement EraseInterface(int start)
    {
        Next();
        EraseName();
        SkipTypeParameters();
        if (Eat(TokenKind.Extends))
        {
            SkipTypeList();
        }

        ExpectType(SkipTypeMembers());
        return new EmptyStatement(start, _lexer.LastEnd);
    }

    private EmptyStatement EraseAlias(int start)
    {
        Next();
        EraseName();
        SkipTypeParameters();
        Expect(TokenKind.Assign, "before the type that this name stands for");
        ExpectType(SkipType());
        ConsumeSemicolon();
        return new EmptyStatement(start, _lexer.LastEnd);
    }

    /// <summary><c>declare …</c>: read like any declaration, then forgotten with all that it declares.</summary>
    private EmptyStatement EraseDeclaration(int start)
    {
        Next();
        var mark = _nodes.Mark;
        _ambientDepth++;
        _declarations.Enter(isVarScope: true, functionsAreVars: true);
        var declaration = ParseStatementOrDeclaration();
        _declarations.Exit(_errors, _names);
        _ambientDepth--;
        _nodes.Drop(mark);
        EraseNamesOf(declaration);
        return new EmptyStatement(start, _lexer.LastEnd);
    }

    private void EraseNamesOf(Statement declaration)
    {
        switch (declaration)
        {
            case VariableDeclaration variables:
                foreach (var declarator in variables.Declarations)
                {
                    ForEachBoundName(declarator.Id, name => Erase(name.Name));
                }

                break;
            case ClassDeclaration { Id: { } name }:
                Erase(name.Name);
                break;
            case FunctionDeclaration { Id: { } name }:
                Erase(name.Name);
                break;
        }
    }

    private void EraseName()
    {
        if (Kind.IsIdentifier())
        {
            Erase(CurrentName);
            Next();
        }
        else
        {
            Unexpected(SyntaxErrorCode.ExpectedName);
        }
    }

    private void Erase(string name) => (_erasedNames ??= new HashSet<string>(StringComparer.Ordinal)).Add(name);

    /// <summary>Takes the end of an overload or of an abstract or declared function, which has no body.</summary>
    private bool IsWithoutBody()
    {
        if (!_typeScript || !(Kind == TokenKind.Semicolon || CanInsertSemicolon))
        {
            return false;
        }

        ConsumeSemicolon();
        return true;
    }

    private EmptyStatement EraseFunction(int start, Identifier? id)
    {
        if (id is { IsMissing: false })
        {
            Erase(id.Name);
        }

        return new EmptyStatement(start, _lexer.LastEnd);
    }

    private void SkipTypeParameters()
    {
        if (Kind is TokenKind.Less or TokenKind.ShiftLeft)
        {
            ExpectType(SkipTypeArguments());
        }
    }

    private void SkipTypeList()
    {
        do
        {
            ExpectType(SkipType());
        }
        while (Eat(TokenKind.Comma));
    }

    private void SkipImplements()
    {
        if (Eat(TokenKind.Implements))
        {
            SkipTypeList();
        }
    }

    /// <summary><c>x!: T</c></summary>
    private void SkipDeclaratorType()
    {
        Eat(TokenKind.Exclamation);
        SkipAnnotation();
    }

    /// <summary><c>x?: T</c></summary>
    private void SkipParameterType()
    {
        Eat(TokenKind.Question);
        SkipAnnotation();
    }
}
