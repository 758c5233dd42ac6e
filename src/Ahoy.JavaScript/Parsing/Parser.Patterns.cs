using Ahoy.JavaScript.Lexing;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.JavaScript.Parsing;

/// <content>Patterns that are known for patterns when they are read.</content>
internal sealed partial class Parser
{
    /// <summary>Parses a name or a destructuring pattern, without a default.</summary>
    private Node ParseBindingTarget(Binding binding)
    {
        if (Kind is TokenKind.OpenBracket or TokenKind.OpenBrace)
        {
            return ParseBindingPattern(binding);
        }

        if (Kind.IsIdentifier() || Kind is TokenKind.EscapedKeyword or TokenKind.Enum)
        {
            if (Kind != TokenKind.Identifier)
            {
                CheckBinding(binding);
            }

            DeclareCurrent(binding);
            return ParseAnyName();
        }

        Unexpected(SyntaxErrorCode.ExpectedName);
        return Missing();
    }

    private Node ParseBindingPattern(Binding binding)
    {
        if (!TryEnter())
        {
            return Missing();
        }

        var pattern = NeedsNewStack ? ParseBindingPatternOnNewStack(binding) : ParseBindingPatternHere(binding);
        _depth--;
        return pattern;
    }

    private Node ParseBindingPatternOnNewStack(Binding binding) => OnNewStack(() => ParseBindingPatternHere(binding));

    private Node ParseBindingPatternHere(Binding binding)
    {
        var context = _context;
        _context &= ~Context.NoIn;
        Node pattern = Kind == TokenKind.OpenBracket ? ParseArrayPattern(binding) : ParseObjectPattern(binding);
        _context = context;
        return pattern;
    }

    private ArrayPattern ParseArrayPattern(Binding binding)
    {
        var start = _lexer.Start;
        Next();
        var list = _nodes.Mark;
        while (Kind is not (TokenKind.CloseBracket or TokenKind.EndOfFile))
        {
            if (Eat(TokenKind.Comma))
            {
                _nodes.Add(null);
                continue;
            }

            var elementStart = _lexer.Start;
            var isRest = Kind == TokenKind.Ellipsis;
            _nodes.Add(isRest ? ParseRest(binding) : ParseBindingElement(binding));
            if (isRest && Kind == TokenKind.Comma)
            {
                ReportHere(SyntaxErrorCode.RestNotLast);
            }

            if (!EatSeparator(TokenKind.CloseBracket, elementStart, "in this pattern"))
            {
                break;
            }
        }

        ExpectClosing(TokenKind.CloseBracket, start, "to close this pattern");
        return new ArrayPattern(start, _lexer.LastEnd, _nodes.Take<Node?>(list));
    }

    private RestElement ParseRest(Binding binding)
    {
        var start = _lexer.Start;
        Next();
        var argument = ParseBindingTarget(binding);
        if (_typeScript && binding == Binding.Parameter)
        {
            SkipParameterType();
        }

        if (Kind == TokenKind.Assign)
        {
            ReportHere(SyntaxErrorCode.RestWithDefault);
            Next();
            ParseAssignment();
        }

        return new RestElement(start, _lexer.LastEnd, argument);
    }

    private Node ParseBindingElement(Binding binding) => ParseDefault(ParseBindingTarget(binding));

    private Node ParseDefault(Node target)
    {
        if (!Eat(TokenKind.Assign))
        {
            return target;
        }

        var value = ParseAssignment();
        return new AssignmentPattern(target.Start, _lexer.LastEnd, target, value);
    }

    private ObjectPattern ParseObjectPattern(Binding binding)
    {
        var start = _lexer.Start;
        Next();
        var list = _nodes.Mark;
        while (Kind is not (TokenKind.CloseBrace or TokenKind.EndOfFile))
        {
            if (Kind == TokenKind.Ellipsis)
            {
                _nodes.Add(ParseObjectRest(binding));
            }
            else if (StartsPropertyName(Kind) && !IsStatementInsteadOfMember())
            {
                _nodes.Add(ParsePatternProperty(binding));
            }
            else
            {
                Unexpected(SyntaxErrorCode.ExpectedPropertyName);
                break;
            }

            if (Kind != TokenKind.CloseBrace && !Eat(TokenKind.Comma))
            {
                Unexpected(SyntaxErrorCode.ExpectedToken, "',' or '}' in this pattern");
                break;
            }
        }

        ExpectClosing(TokenKind.CloseBrace, start, "to close this pattern");
        return new ObjectPattern(start, _lexer.LastEnd, _nodes.Take<Node>(list));
    }

    private RestElement ParseObjectRest(Binding binding)
    {
        if (Peek() is TokenKind.OpenBrace or TokenKind.OpenBracket)
        {
            ReportHere(SyntaxErrorCode.ObjectRestNeedsName);
        }

        var rest = ParseRest(binding);
        if (Kind == TokenKind.Comma)
        {
            ReportHere(SyntaxErrorCode.RestNotLast);
        }

        return rest;
    }

    private Property ParsePatternProperty(Binding binding)
    {
        var start = _lexer.Start;
        if (Kind.IsName())
        {
            var state = _lexer.Save();
            var name = ParseAnyName();
            return Kind == TokenKind.Colon
                ? ParsePatternValue(start, name, PropertyForm.None, binding)
                : ParseShorthandPattern(state, name, binding);
        }

        var isComputed = Kind == TokenKind.OpenBracket;
        var key = ParsePropertyKey();
        return ParsePatternValue(start, key, isComputed ? PropertyForm.Computed : PropertyForm.None, binding);
    }

    private Property ParsePatternValue(int start, Node key, PropertyForm form, Binding binding)
    {
        Expect(TokenKind.Colon, "after the name of a property");
        var value = ParseBindingElement(binding);
        return new Property(start, _lexer.LastEnd, key, value, PropertyKind.Init, form);
    }

    private Property ParseShorthandPattern(in LexerState nameState, Identifier name, Binding binding)
    {
        if (nameState.Kind != TokenKind.Identifier)
        {
            // Only now is it known that the name is a binding too: it is looked at again as such.
            _lexer.Restore(nameState);
            if (Kind.IsKeyword() && Kind != TokenKind.Enum)
            {
                ReportHere(SyntaxErrorCode.ReservedWord, name.Name);
            }
            else
            {
                CheckBinding(binding);
            }

            Next();
        }

        Declare(binding, nameState.NameId, name.Start, name.End);
        var value = ParseDefault(name);
        return new Property(name.Start, _lexer.LastEnd, name, value, PropertyKind.Init, PropertyForm.Shorthand);
    }
}
