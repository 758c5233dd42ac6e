using Ahoy.JavaScript.Lexing;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.JavaScript.Parsing;

/// <content>The members of TypeScript's classes, and the parameters of its functions.</content>
internal sealed partial class Parser
{
    // The parameters of the constructor that is being read which are fields too.
    private List<Identifier>? _parameterProperties;

    // The last method that turned out to have no body.
    private FunctionExpression? _erasedMethod;

    [Flags]
    private enum TypeScriptModifiers
    {
        None = 0,
        Static = 1,
        Erased = 2,
    }

    /// <summary>Parses a member into the list of them, if one starts here; one that leaves nothing is passed over.</summary>
    private bool TryParseTypeScriptMember(bool isDerived, ref bool hasConstructor)
    {
        var before = _lexer.Start;
        while (IsDecorator)
        {
            // It runs when the class is made, as a static block does.
            var decorator = ParseDecorator();
            _nodes.Add(new StaticBlock(decorator.Start, decorator.End, NodesOf<Statement>(decorator)));
        }

        var start = _lexer.Start;
        var modifiers = ParseTypeScriptModifiers();
        if (Kind == TokenKind.OpenBrace && (modifiers & TypeScriptModifiers.Static) != 0)
        {
            _nodes.Add(ParseStaticBlock(start));
            return true;
        }

        if (!StartsMember(Kind))
        {
            return _lexer.Start != before;
        }

        if (Kind == TokenKind.OpenBracket && IsIndexSignature())
        {
            ExpectType(SkipBrackets());
            SkipAnnotation();
            ConsumeSemicolon();
            return true;
        }

        var member = ParseTypeScriptMember(start, modifiers, isDerived, ref hasConstructor);
        if (member is not null)
        {
            _nodes.Add(member);
        }

        return true;
    }

    private Node? ParseTypeScriptMember(int start, TypeScriptModifiers modifiers, bool isDerived, ref bool hasConstructor)
    {
        var isErased = (modifiers & TypeScriptModifiers.Erased) != 0;
        var memberModifiers = ParseModifiers(out var nameState, out var name);
        var member = ParseMemberName(start, (modifiers & TypeScriptModifiers.Static) != 0, memberModifiers, nameState, name);
        if (Kind is TokenKind.Question or TokenKind.Exclamation)
        {
            Next();
        }

        if (memberModifiers == MemberModifiers.None && Kind is not (TokenKind.OpenParen or TokenKind.Less))
        {
            SkipAnnotation();
            var field = ParseField(member);
            return isErased ? null : field;
        }

        var outer = _parameterProperties;
        _parameterProperties = null;
        var method = ParseClassMethod(member, isDerived, ref hasConstructor);
        var properties = _parameterProperties;
        _parameterProperties = outer;
        return isErased || ReferenceEquals(method.Value, _erasedMethod) ? null
            : properties is null ? method
            : AssignProperties(method, properties);
    }

    private TypeScriptModifiers ParseTypeScriptModifiers()
    {
        var modifiers = TypeScriptModifiers.None;
        while (Kind is TokenKind.Static or TokenKind.Public or TokenKind.Private or TokenKind.Protected or TokenKind.Identifier && !_lexer.HasEscape)
        {
            var modifier = Kind == TokenKind.Static ? TypeScriptModifiers.Static
                : Kind != TokenKind.Identifier ? TypeScriptModifiers.None
                : CurrentName switch
                {
                    "abstract" or "declare" => TypeScriptModifiers.Erased,
                    "override" or "readonly" or "accessor" => TypeScriptModifiers.None,
                    _ => (TypeScriptModifiers?)null,
                };
            var next = Peek(out var newLine);
            var isModifier = modifier is not null
                && (modifier == TypeScriptModifiers.Static ? StartsMember(next) || next == TokenKind.OpenBrace : StartsMember(next) && !newLine);
            if (!isModifier)
            {
                break;
            }

            modifiers |= modifier!.Value;
            Next();
        }

        return modifiers;
    }

    /// <summary><c>[name: string]: T</c></summary>
    private bool IsIndexSignature()
    {
        var state = _lexer.Save();
        Next();
        var isSignature = Kind.IsIdentifier();
        Next();
        isSignature &= Kind == TokenKind.Colon;
        _lexer.Restore(state);
        return isSignature;
    }

    private FunctionExpression EraseMethod(int start, NodeList<Node> parameters)
    {
        var end = _lexer.LastEnd;
        return _erasedMethod = new FunctionExpression(start, end, null, parameters, new BlockStatement(end, end, default), async: false, generator: false);
    }

    /// <summary>Passes over what no parameter begins with in JavaScript; true where that was a whole one.</summary>
    private bool SkipsBeforeParameter()
    {
        SkipDecorators();
        if (Kind != TokenKind.This)
        {
            return false;
        }

        // "this: T" tells the type of "this".
        Next();
        SkipParameterType();
        Eat(TokenKind.Comma);
        return true;
    }

    private Node ParseTypedParameter()
    {
        var isProperty = false;
        while ((Kind is TokenKind.Public or TokenKind.Private or TokenKind.Protected || IsWord("readonly") || IsWord("override"))
            && Peek() is var next && (next.IsIdentifier() || next is TokenKind.OpenBrace or TokenKind.OpenBracket))
        {
            isProperty = true;
            Next();
        }

        var target = ParseBindingTarget(Binding.Parameter);
        SkipParameterType();
        if (isProperty && target is Identifier { IsMissing: false } name)
        {
            (_parameterProperties ??= []).Add(name);
        }

        return ParseDefault(target);
    }

    /// <summary>
    /// A parameter that is a field too is assigned to it when the constructor starts, behind the call of <c>super</c>: by
    /// statements without a width.
    /// </summary>
    private MethodDefinition AssignProperties(MethodDefinition method, List<Identifier> properties)
    {
        var function = (FunctionExpression)method.Value;
        var body = function.Body;
        var index = 0;
        while (index < body.Body.Count && body.Body[index] is Directive)
        {
            index++;
        }

        for (var i = index; i < body.Body.Count; i++)
        {
            if (body.Body[i] is ExpressionStatement { Expression: CallExpression { Callee: Super } })
            {
                index = i + 1;
                break;
            }
        }

        var hasBrace = body.Start < body.End && _text[body.Start] == '{';
        var at = index > 0 ? body.Body[index - 1].End : hasBrace ? body.Start + 1 : body.Start;
        var list = _nodes.Mark;
        for (var i = 0; i <= body.Body.Count; i++)
        {
            if (i == index)
            {
                foreach (var name in properties)
                {
                    _nodes.Add(AssignProperty(at, name.Name));
                }
            }

            if (i < body.Body.Count)
            {
                _nodes.Add(body.Body[i]);
            }
        }

        var statements = new BlockStatement(body.Start, body.End, _nodes.Take<Statement>(list));
        var value = new FunctionExpression(function.Start, function.End, null, function.Params, statements, function.Async, function.Generator);
        return new MethodDefinition(method.Start, method.End, method.Key, value, method.Kind, method.Computed, method.Static);
    }

    private static ExpressionStatement AssignProperty(int at, string name)
    {
        var target = new MemberExpression(at, at, new ThisExpression(at, at), new Identifier(at, at, name), computed: false, optional: false);
        return new ExpressionStatement(at, at, new AssignmentExpression(at, at, "=", target, new Identifier(at, at, name)));
    }

    private NodeList<T> NodesOf<T>(Node only)
        where T : Node
    {
        var list = _nodes.Mark;
        _nodes.Add(only);
        return _nodes.Take<T>(list);
    }
}
