using System.Globalization;
using Ahoy.JavaScript.Lexing;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.JavaScript.Parsing;

/// <content>
/// Enumerations and namespaces, of which something is left when TypeScript is compiled: <c>enum A { B }</c> becomes
/// <c>var A = { B: 0 }</c>, and <c>namespace A { … }</c> becomes <c>var A = (function () { … })()</c>.
/// </content>
internal sealed partial class Parser
{
    private const double LargestInteger = 9007199254740991;

    private int _namespaceDepth;

    private VariableDeclaration ParseEnum(int start)
    {
        Next();
        var name = ParseMergedName();
        var opener = _lexer.Start;
        var list = _nodes.Mark;
        if (Eat(TokenKind.OpenBrace))
        {
            ParseEnumMembers();
            ExpectClosing(TokenKind.CloseBrace, opener, "to close this enumeration");
        }
        else
        {
            Unexpected(SyntaxErrorCode.ExpectedToken, "'{' to open this enumeration");
        }

        opener = Math.Min(opener, _lexer.LastEnd);
        return DeclareVariable(start, name, new ObjectExpression(opener, _lexer.LastEnd, _nodes.Take<Node>(list)));
    }

    private void ParseEnumMembers()
    {
        double? next = 0;
        while (StartsPropertyName(Kind) || Kind == TokenKind.PrivateName)
        {
            var start = _lexer.Start;
            var form = Kind == TokenKind.OpenBracket ? PropertyForm.Computed : PropertyForm.None;
            var key = ParsePropertyKey();
            Expression value;
            if (Eat(TokenKind.Assign))
            {
                value = ParseEnclosedAssignment();
                next = NumberOf(value);
            }
            else
            {
                value = next is >= 0 and <= LargestInteger
                    ? NumericLiteral.Implied(_lexer.LastEnd, next.Value.ToString("R", CultureInfo.InvariantCulture))
                    : new Identifier(_lexer.LastEnd, _lexer.LastEnd, "undefined");
            }

            next++;
            _nodes.Add(new Property(start, _lexer.LastEnd, key, value, PropertyKind.Init, form));
            if (!EatSeparator(TokenKind.CloseBrace, start, "in this enumeration"))
            {
                break;
            }
        }
    }

    private static double? NumberOf(Expression value) => value switch
    {
        NumericLiteral number => number.Value,
        UnaryExpression { Operator: "-", Argument: NumericLiteral number } => -number.Value,
        BinaryExpression { Operator: "<<", Left: NumericLiteral left, Right: NumericLiteral right }
            when left.Value is >= 0 and <= int.MaxValue && right.Value is >= 0 and < 32 => (int)left.Value << (int)right.Value,
        _ => null,
    };

    private Statement ParseNamespace(int start)
    {
        if (Kind == TokenKind.String)
        {
            // declare module "m" { … }
            Next();
            return Kind == TokenKind.OpenBrace ? ParseNamespaceBody(start, Missing()) : EndOfDeclaredModule(start);
        }

        var name = Kind.IsIdentifier() ? ParseNamespaceName() : Missing();
        if (Kind != TokenKind.Dot)
        {
            return ParseNamespaceBody(start, name);
        }

        Next();
        if (!TryEnter())
        {
            return new EmptyStatement(start, _lexer.LastEnd);
        }

        var innerStart = _lexer.Start;
        var inner = NeedsNewStack ? OnNewStack(() => ParseNamespace(innerStart)) : ParseNamespace(innerStart);
        _depth--;
        return inner is EmptyStatement
            ? new EmptyStatement(start, _lexer.LastEnd)
            : DeclareNamespace(start, name, new BlockStatement(inner.Start, inner.End, NodesOf<Statement>(inner)));
    }

    private Identifier ParseNamespaceName()
    {
        var name = ParseAnyName();
        Erase(name.Name);
        return name;
    }

    private EmptyStatement EndOfDeclaredModule(int start)
    {
        ConsumeSemicolon();
        return new EmptyStatement(start, _lexer.LastEnd);
    }

    private Statement ParseNamespaceBody(int start, Identifier name)
    {
        var opener = _lexer.Start;
        if (!Eat(TokenKind.OpenBrace))
        {
            Unexpected(SyntaxErrorCode.ExpectedToken, "'{' to open this namespace");
            return new EmptyStatement(start, _lexer.LastEnd);
        }

        var outer = EnterFunction(_context & Context.Strict);
        _namespaceDepth++;
        var list = _nodes.Mark;
        ParseStatementsUntilBrace(BlockColumn(start, opener));
        ExpectClosing(TokenKind.CloseBrace, opener, "to close this namespace");
        _namespaceDepth--;
        LeaveFunction(outer);
        var body = new BlockStatement(opener, _lexer.LastEnd, _nodes.Take<Statement>(list));
        return IsTypesOnly(body) ? new EmptyStatement(start, _lexer.LastEnd) : DeclareNamespace(start, name, body);
    }

    private static bool IsTypesOnly(BlockStatement body)
    {
        foreach (var statement in body.Body)
        {
            if (statement is not EmptyStatement)
            {
                return false;
            }
        }

        return true;
    }

    private VariableDeclaration DeclareNamespace(int start, Identifier name, BlockStatement body)
    {
        DeclareMerged(name);
        var function = new FunctionExpression(body.Start, body.End, null, default, body, async: false, generator: false);
        return DeclareVariable(start, name, new CallExpression(body.Start, body.End, function, default, optional: false));
    }

    private VariableDeclaration DeclareVariable(int start, Identifier name, Expression value)
    {
        var declarator = new VariableDeclarator(name.Start, value.End, name, value);
        return new VariableDeclaration(start, _lexer.LastEnd, NodesOf<VariableDeclarator>(declarator), VariableDeclarationKind.Var);
    }

    /// <summary>The name of an enumeration, which others of that name may add to.</summary>
    private Identifier ParseMergedName()
    {
        if (!Kind.IsIdentifier())
        {
            Unexpected(SyntaxErrorCode.ExpectedName);
            return Missing();
        }

        var name = ParseAnyName();
        DeclareMerged(name);
        return name;
    }

    private void DeclareMerged(Identifier name)
    {
        var id = _names.Find(name.Name);
        if (!name.IsMissing && !_declarations.IsDeclared(id))
        {
            _declarations.TryDeclareVar(id, name.Start, name.End);
        }
    }
}
