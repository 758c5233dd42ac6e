using Ahoy.JavaScript.Lexing;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.JavaScript.Parsing;

/// <content>Classes.</content>
internal sealed partial class Parser
{
    private PrivateNames? _privateNames;
    private int _classDepth;

    private ClassDeclaration ParseClassStatement(Embedding embedding)
    {
        if (embedding != Embedding.None)
        {
            ReportHere(SyntaxErrorCode.DeclarationNeedsBlock);
        }

        return ParseClassDeclaration(isDefaultExport: false);
    }

    private ClassDeclaration ParseClassDeclaration(bool isDefaultExport)
    {
        var start = _lexer.Start;
        var context = _context;
        _context |= Context.Strict;
        Next();
        Identifier? id = null;
        if (StartsClassName)
        {
            CheckBinding(Binding.Lexical);
            DeclareCurrent(Binding.Lexical);
            id = ParseAnyName();
        }
        else if (!isDefaultExport)
        {
            Unexpected(SyntaxErrorCode.ExpectedName);
            id = Missing();
        }

        var superClass = ParseHeritage();
        var body = ParseClassBody(start, superClass is not null);
        _context = context;
        return new ClassDeclaration(start, _lexer.LastEnd, id, superClass, body);
    }

    private ClassExpression ParseClassExpression()
    {
        var start = _lexer.Start;
        var context = _context;
        _context = (_context | Context.Strict) & ~Context.NoIn;
        Next();
        Identifier? id = null;
        if (StartsClassName)
        {
            CheckBinding(Binding.Lexical);
            id = ParseAnyName();
        }

        var superClass = ParseHeritage();
        var body = ParseClassBody(start, superClass is not null);
        _context = context;
        return new ClassExpression(start, _lexer.LastEnd, id, superClass, body);
    }

    // In TypeScript "implements" behind "class" is a name only where no other follows.
    private bool StartsClassName => (Kind.IsIdentifier() || Kind is TokenKind.EscapedKeyword or TokenKind.Enum)
        && !(_typeScript && Kind == TokenKind.Implements && Peek().IsName());

    private Expression? ParseHeritage()
    {
        if (!_typeScript)
        {
            return ParseSuperClass();
        }

        SkipTypeParameters();
        var superClass = ParseSuperClass();
        SkipTypeParameters();
        SkipImplements();
        return superClass;
    }

    private Expression? ParseSuperClass()
    {
        if (!Eat(TokenKind.Extends))
        {
            return null;
        }

        // Of this kind of nesting no other guard knows.
        if (!TryEnter())
        {
            return Missing();
        }

        var mark = _cover.Count;
        var superClass = NeedsNewStack ? OnNewStack(ParseSubscripted) : ParseSubscripted();
        FlushCover(mark);
        _depth--;
        return superClass;
    }

    private ClassBody ParseClassBody(int ownerStart, bool isDerived)
    {
        var start = _lexer.Start;
        if (Kind != TokenKind.OpenBrace)
        {
            Unexpected(SyntaxErrorCode.ExpectedToken, "'{' to open the body of this class");
            return new ClassBody(_lexer.LastEnd, _lexer.LastEnd, default);
        }

        Next();
        var outer = _privateNames;
        _privateNames = null;
        _classDepth++;
        var list = _nodes.Mark;
        var column = BlockColumn(ownerStart, start);
        var hasConstructor = false;
        while (Kind is not (TokenKind.CloseBrace or TokenKind.EndOfFile) && !EndsByIndentation(column))
        {
            if (Eat(TokenKind.Semicolon))
            {
                continue;
            }

            if (_typeScript && TryParseTypeScriptMember(isDerived, ref hasConstructor))
            {
                continue;
            }

            if (StartsMember(Kind))
            {
                _nodes.Add(ParseClassMember(isDerived, ref hasConstructor));
            }
            else
            {
                Unexpected(SyntaxErrorCode.ExpectedClassMember);
                Next();
            }
        }

        ExpectClosing(TokenKind.CloseBrace, start, "to close this class");
        _classDepth--;
        _privateNames = PrivateNames.Close(_privateNames, outer, isOutermost: _classDepth == 0, _errors);
        return new ClassBody(start, _lexer.LastEnd, _nodes.Take<Node>(list));
    }

    private Node ParseClassMember(bool isDerived, ref bool hasConstructor)
    {
        var start = _lexer.Start;
        var modifiers = MemberModifiers.None;
        var isStatic = false;
        LexerState nameState;
        Identifier? name;
        if (IsContextual(TokenKind.Static))
        {
            nameState = _lexer.Save();
            name = ParseAnyName();
            if (Kind == TokenKind.OpenBrace)
            {
                return ParseStaticBlock(start);
            }

            if (StartsMember(Kind))
            {
                isStatic = true;
                modifiers = ParseModifiers(out nameState, out name);
            }
        }
        else
        {
            modifiers = ParseModifiers(out nameState, out name);
        }

        var member = ParseMemberName(start, isStatic, modifiers, nameState, name);
        if (modifiers == MemberModifiers.None && Kind != TokenKind.OpenParen)
        {
            return ParseField(member);
        }

        return ParseClassMethod(member, isDerived, ref hasConstructor);
    }

    private MemberName ParseMemberName(int start, bool isStatic, MemberModifiers modifiers, in LexerState nameState, Identifier? name)
    {
        if (name is not null)
        {
            return new MemberName(start, isStatic, modifiers, name, nameState.Kind, isComputed: false);
        }

        var kind = Kind;
        var key = kind == TokenKind.PrivateName ? ParseDeclaredPrivateName(isStatic, modifiers) : ParsePropertyKey();
        if (key is StringLiteral literal && kind == TokenKind.String)
        {
            kind = literal.Value switch
            {
                "constructor" => TokenKind.Constructor,
                "prototype" => TokenKind.Prototype,
                _ => kind,
            };
        }

        return new MemberName(start, isStatic, modifiers, key, kind, kind == TokenKind.OpenBracket);
    }

    private MethodDefinition ParseClassMethod(in MemberName member, bool isDerived, ref bool hasConstructor)
    {
        var kind = (member.Modifiers & MemberModifiers.Get) != 0 ? MethodKind.Get
            : (member.Modifiers & MemberModifiers.Set) != 0 ? MethodKind.Set
            : MethodKind.Method;
        if (member.Kind == TokenKind.Constructor && !member.IsStatic)
        {
            if (member.Modifiers != MemberModifiers.None)
            {
                Report(SyntaxErrorCode.SpecialConstructor, member.Key);
            }
            else
            {
                kind = MethodKind.Constructor;
                if (hasConstructor && !_typeScript)
                {
                    Report(SyntaxErrorCode.SecondConstructor, member.Key);
                }

                hasConstructor = true;
            }
        }
        else if (member.Kind == TokenKind.Prototype && member.IsStatic)
        {
            Report(SyntaxErrorCode.StaticPrototype, member.Key);
        }

        var isDerivedConstructor = isDerived && kind == MethodKind.Constructor;
        var function = ParseMethod(_lexer.Start, ContextOf(member.Modifiers), kind, isDerivedConstructor);
        return new MethodDefinition(member.Start, _lexer.LastEnd, member.Key, function, kind, member.IsComputed, member.IsStatic);
    }

    private PropertyDefinition ParseField(in MemberName member)
    {
        if (member.Kind == TokenKind.Constructor || (member.Kind == TokenKind.Prototype && member.IsStatic))
        {
            Report(SyntaxErrorCode.FieldName, member.Key);
        }

        Expression? value = null;
        if (Eat(TokenKind.Assign))
        {
            var outer = EnterFunction(Context.Strict | Context.NewTarget | Context.SuperProperty | Context.NoArguments);
            value = ParseAssignment();
            LeaveFunction(outer);
        }

        ConsumeSemicolon();
        return new PropertyDefinition(member.Start, _lexer.LastEnd, member.Key, value, member.IsComputed, member.IsStatic);
    }

    private StaticBlock ParseStaticBlock(int start)
    {
        var opener = _lexer.Start;
        var outer = EnterFunction(Context.Strict | Context.NewTarget | Context.SuperProperty | Context.NoArguments | Context.NoAwait);
        Next();
        var list = _nodes.Mark;
        ParseStatementsUntilBrace(BlockColumn(start, opener));
        ExpectClosing(TokenKind.CloseBrace, opener, "to close this static block");
        LeaveFunction(outer);
        return new StaticBlock(start, _lexer.LastEnd, _nodes.Take<Statement>(list));
    }

    /// <summary>Parses a private name that refers to a member.</summary>
    private PrivateIdentifier ParsePrivateName()
    {
        var name = TakePrivateName();
        if (_classDepth > 0)
        {
            PrivateNames.Use(ref _privateNames, name);
        }
        else
        {
            Report(SyntaxErrorCode.UndeclaredPrivateName, name, name.Name);
        }

        return name;
    }

    private PrivateIdentifier ParseDeclaredPrivateName(bool isStatic, MemberModifiers modifiers)
    {
        var name = TakePrivateName();
        var kind = (modifiers & MemberModifiers.Get) != 0 ? PrivateNames.MemberKind.Getter
            : (modifiers & MemberModifiers.Set) != 0 ? PrivateNames.MemberKind.Setter
            : PrivateNames.MemberKind.Other;
        if (name.Name == "constructor")
        {
            Report(SyntaxErrorCode.PrivateConstructor, name);
        }
        else if (!PrivateNames.TryDeclare(ref _privateNames, name.Name, kind, isStatic) && !_typeScript)
        {
            Report(SyntaxErrorCode.AlreadyDeclared, name, "#" + name.Name);
        }

        return name;
    }

    private PrivateIdentifier TakePrivateName()
    {
        var name = new PrivateIdentifier(_lexer.Start, _lexer.End, CurrentName);
        Next();
        return name;
    }

    /// <summary>A member of a class as far as its name.</summary>
    private readonly struct MemberName
    {
        public readonly int Start;
        public readonly bool IsStatic;
        public readonly MemberModifiers Modifiers;
        public readonly Node Key;
        public readonly TokenKind Kind;
        public readonly bool IsComputed;

        public MemberName(int start, bool isStatic, MemberModifiers modifiers, Node key, TokenKind kind, bool isComputed)
        {
            Start = start;
            IsStatic = isStatic;
            Modifiers = modifiers;
            Key = key;
            Kind = kind;
            IsComputed = isComputed;
        }
    }
}
