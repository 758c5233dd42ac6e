using Ahoy.JavaScript.Lexing;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.JavaScript.Parsing;

/// <content>Functions and methods.</content>
internal sealed partial class Parser
{
    /// <summary>Whether the current <c>async</c> begins a function.</summary>
    private bool IsAsyncFunction() =>
        !_lexer.HasEscape && Peek(out var newLine) == TokenKind.Function && !newLine;

    private Statement ParseFunctionStatement(Embedding embedding)
    {
        var isPlain = Kind == TokenKind.Function && Peek() != TokenKind.Star;
        if (embedding != Embedding.None && (!isPlain || IsStrict || embedding == Embedding.Body))
        {
            ReportHere(SyntaxErrorCode.DeclarationNeedsBlock);
        }

        if (embedding != Embedding.If)
        {
            return ParseFunctionDeclaration(isDefaultExport: false);
        }

        // As if it stood in a block.
        _declarations.Enter(isVarScope: false, functionsAreVars: false);
        var function = ParseFunctionDeclaration(isDefaultExport: false);
        _declarations.Exit(_errors, _names);
        return function;
    }

    private Statement ParseFunctionDeclaration(bool isDefaultExport)
    {
        var start = _lexer.Start;
        var isAsync = Eat(TokenKind.Async);
        Next();
        var isGenerator = Eat(TokenKind.Star);
        Identifier? id = null;
        if (Kind != TokenKind.OpenParen || !isDefaultExport)
        {
            id = isDefaultExport && Kind == TokenKind.Less && _typeScript ? null : ParseFunctionName();
            if (id is not null && !_typeScript)
            {
                DeclareFunction(id, !isAsync && !isGenerator);
            }
        }

        var outer = EnterFunction(FunctionContext(isAsync, isGenerator));
        var parameters = ParseParameters();
        if (IsWithoutBody())
        {
            LeaveFunction(outer);
            return EraseFunction(start, id);
        }

        var body = ParseFunctionBody(start, parameters, mustBeUnique: false, id);
        LeaveFunction(outer);
        if (_typeScript && id is not null)
        {
            // Only now is it known for no overload of another.
            DeclareFunction(id, !isAsync && !isGenerator);
        }

        return new FunctionDeclaration(start, _lexer.LastEnd, id, parameters, body, isAsync, isGenerator);
    }

    /// <summary>Parses a function expression; behind its <c>async</c>, if it has one.</summary>
    private FunctionExpression ParseFunctionExpression(int start, bool isAsync)
    {
        Next();
        var isGenerator = Eat(TokenKind.Star);
        var outer = EnterFunction(FunctionContext(isAsync, isGenerator));

        // The name belongs to the function's inside, and so do the rules for it.
        var id = Kind == TokenKind.OpenParen || (Kind == TokenKind.Less && _typeScript) ? null : ParseFunctionName();
        var parameters = ParseParameters();
        var body = ParseFunctionBody(start, parameters, mustBeUnique: false, id);
        LeaveFunction(outer);
        return new FunctionExpression(start, _lexer.LastEnd, id, parameters, body, isAsync, isGenerator);
    }

    private Identifier ParseFunctionName()
    {
        if (!Kind.IsIdentifier() && Kind is not (TokenKind.EscapedKeyword or TokenKind.Enum))
        {
            Unexpected(SyntaxErrorCode.ExpectedName);
            return Missing();
        }

        if (Kind != TokenKind.Identifier)
        {
            CheckBinding(Binding.Var);
        }

        return ParseAnyName();
    }

    private Context FunctionContext(bool isAsync, bool isGenerator) =>
        (_context & Context.Strict) | Context.Return | Context.NewTarget
        | (isAsync ? Context.Await : Context.None)
        | (isGenerator ? Context.Yield : Context.None);

    /// <summary>Parses a method or accessor from its parenthesis on.</summary>
    private FunctionExpression ParseMethod(int start, Context context, MethodKind kind, bool isDerivedConstructor = false)
    {
        var outer = EnterFunction((_context & Context.Strict) | Context.Return | Context.NewTarget | Context.SuperProperty
            | (isDerivedConstructor ? Context.SuperCall : Context.None) | context);
        start = Kind == TokenKind.OpenParen || (Kind == TokenKind.Less && _typeScript) ? start : _lexer.LastEnd;
        var parameters = ParseParameters();
        CheckAccessorParameters(start, parameters, kind);
        if (IsWithoutBody())
        {
            LeaveFunction(outer);
            return EraseMethod(start, parameters);
        }

        var body = ParseFunctionBody(start, parameters, mustBeUnique: true, id: null);
        LeaveFunction(outer);
        return new FunctionExpression(
            start, _lexer.LastEnd, null, parameters, body, (context & Context.Await) != 0, (context & Context.Yield) != 0);
    }

    private void CheckAccessorParameters(int start, NodeList<Node> parameters, MethodKind kind)
    {
        if (kind == MethodKind.Get && parameters.Count != 0)
        {
            _errors.Report(SyntaxErrorCode.GetterWithParameters, start, _lexer.LastEnd);
        }
        else if (kind == MethodKind.Set && (parameters.Count != 1 || parameters[0] is RestElement))
        {
            _errors.Report(SyntaxErrorCode.SetterNeedsOneParameter, start, _lexer.LastEnd);
        }
    }

    /// <summary>Parses the braces of a function and what they hold.</summary>
    /// <param name="ownerStart">Where the function starts.</param>
    /// <param name="parameters">The parameters, which are declared once it is known whether the function is strict.</param>
    /// <param name="mustBeUnique">Whether no two parameters may have one name even in sloppy code.</param>
    /// <param name="id">The function's name, to be looked at again if the function is strict.</param>
    private BlockStatement ParseFunctionBody(int ownerStart, NodeList<Node> parameters, bool mustBeUnique, Identifier? id)
    {
        var start = _lexer.Start;
        if (Kind != TokenKind.OpenBrace)
        {
            Unexpected(SyntaxErrorCode.ExpectedToken, "'{' to open the body of this function");
            DeclareParameters(parameters, mustBeUnique);
            return ParseBodyWithoutBrace(ownerStart);
        }

        var wasStrict = IsStrict;
        Next();
        var list = _nodes.Mark;
        ParseDirectives(parameters);
        if (IsStrict && !wasStrict && id is not null)
        {
            CheckNameInStrict(id);
        }

        DeclareParameters(parameters, mustBeUnique);
        ParseStatementsUntilBrace(BlockColumn(ownerStart, start));
        ExpectClosing(TokenKind.CloseBrace, start, "to close this function");
        return new BlockStatement(start, _lexer.LastEnd, _nodes.Take<Statement>(list));
    }

    /// <summary>
    /// Someone forgot the brace: what follows further in than the function, up to a closing brace, is its body all the same.
    /// </summary>
    private BlockStatement ParseBodyWithoutBrace(int ownerStart)
    {
        var start = _lexer.Start;
        var isBody = !_lexer.NewLineBefore || ColumnOf(start) > IndentationOf(ownerStart);
        if (!isBody || Kind is TokenKind.EndOfFile or TokenKind.CloseBrace || !StartsStatement(Kind))
        {
            return new BlockStatement(_lexer.LastEnd, _lexer.LastEnd, default);
        }

        var list = _nodes.Mark;
        ParseStatementsUntilBrace(BlockColumn(ownerStart, ownerStart));
        Eat(TokenKind.CloseBrace);
        return new BlockStatement(start, _lexer.LastEnd, _nodes.Take<Statement>(list));
    }

    /// <summary>Parses the strings at the start of a body, which may make it strict.</summary>
    private void ParseDirectives(NodeList<Node> parameters)
    {
        var octalAt = -1;
        while (Kind == TokenKind.String)
        {
            var start = _lexer.Start;
            var end = _lexer.End;
            octalAt = octalAt < 0 ? _lexer.OctalAt : octalAt;
            var expression = ParseExpression();
            ConsumeSemicolon();
            if (expression is not StringLiteral literal || literal.Start != start || literal.End != end)
            {
                _nodes.Add(new ExpressionStatement(start, _lexer.LastEnd, expression));
                return;
            }

            _nodes.Add(new Directive(start, _lexer.LastEnd, literal));
            if (end - start == "'use strict'".Length && string.CompareOrdinal(_text, start + 1, "use strict", 0, "use strict".Length) == 0)
            {
                BecomeStrict(literal, parameters, octalAt);
            }
        }
    }

    private void BecomeStrict(StringLiteral directive, NodeList<Node> parameters, int octalAt)
    {
        foreach (var parameter in parameters)
        {
            if (parameter is not Identifier)
            {
                Report(SyntaxErrorCode.UseStrictWithPatterns, directive);
                break;
            }
        }

        if (octalAt >= 0 && !IsStrict)
        {
            ReportOctal(octalAt);
        }

        _context |= Context.Strict;
    }

    private FunctionState EnterFunction(Context context)
    {
        var state = new FunctionState(_context, _firstLabel, _yieldAt, _awaitAt, _awaitNameAt);
        _context = context;
        _firstLabel = _labels.Count;
        _yieldAt = _awaitAt = _awaitNameAt = -1;
        _declarations.Enter(isVarScope: true, functionsAreVars: true);
        return state;
    }

    private void LeaveFunction(in FunctionState outer)
    {
        _declarations.Exit(_errors, _names);
        _context = outer.Context;
        _firstLabel = outer.FirstLabel;
        _yieldAt = outer.YieldAt;
        _awaitAt = outer.AwaitAt;
        _awaitNameAt = outer.AwaitNameAt;
    }

    /// <summary>What belongs to one function, kept while another inside it is parsed.</summary>
    private readonly struct FunctionState
    {
        public readonly Context Context;
        public readonly int FirstLabel;
        public readonly int YieldAt;
        public readonly int AwaitAt;
        public readonly int AwaitNameAt;

        public FunctionState(Context context, int firstLabel, int yieldAt, int awaitAt, int awaitNameAt)
        {
            Context = context;
            FirstLabel = firstLabel;
            YieldAt = yieldAt;
            AwaitAt = awaitAt;
            AwaitNameAt = awaitNameAt;
        }
    }
}
