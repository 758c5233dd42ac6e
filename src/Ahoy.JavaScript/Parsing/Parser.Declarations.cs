using Ahoy.JavaScript.Lexing;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.JavaScript.Parsing;

/// <content>Declarations of variables, and what declares a name.</content>
internal sealed partial class Parser
{
    private static readonly string[] s_moduleVariables = ["exports", "require", "module", "__filename", "__dirname"];

    /// <summary>What a name in a pattern becomes.</summary>
    private enum Binding
    {
        /// <summary>A parameter: declared when the whole list is known.</summary>
        Parameter,
        Var,
        Lexical,
        SimpleCatch,
    }

    private VariableDeclaration ParseVariableStatement(VariableDeclarationKind kind)
    {
        var start = _lexer.Start;
        Next();
        var declarations = ParseDeclarators(kind, isForHead: false);
        ConsumeSemicolon();
        var declaration = new VariableDeclaration(start, _lexer.LastEnd, declarations, kind);
        CheckInitializers(declaration);
        return declaration;
    }

    private VariableDeclaration ParseLexicalStatement(VariableDeclarationKind kind, Embedding embedding)
    {
        if (embedding != Embedding.None)
        {
            ReportHere(SyntaxErrorCode.DeclarationNeedsBlock);
        }

        return ParseVariableStatement(kind);
    }

    /// <summary>Whether the current <c>let</c> begins a declaration, and is not a variable of that name.</summary>
    private bool IsLetDeclaration(Embedding embedding)
    {
        if (_lexer.HasEscape)
        {
            return false;
        }

        var next = Peek(out var newLine);
        if (next == TokenKind.OpenBracket)
        {
            return true;
        }

        // "if (a) let", a line break, and "b" are two statements.
        if (embedding != Embedding.None && newLine)
        {
            return false;
        }

        return next == TokenKind.OpenBrace ? embedding == Embedding.None
            : next.IsIdentifier() || next == TokenKind.EscapedKeyword
            || (next.IsKeyword() && next is not (TokenKind.In or TokenKind.InstanceOf));
    }

    private NodeList<VariableDeclarator> ParseDeclarators(VariableDeclarationKind kind, bool isForHead)
    {
        var mark = _nodes.Mark;
        var binding = kind == VariableDeclarationKind.Var ? Binding.Var : Binding.Lexical;
        do
        {
            var id = ParseBindingTarget(binding);
            if (_typeScript)
            {
                SkipDeclaratorType();
            }

            Expression? initializer = null;
            if (Eat(TokenKind.Assign))
            {
                initializer = ParseAssignment();
            }

            _nodes.Add(new VariableDeclarator(id.Start, _lexer.LastEnd, id, initializer));
            if (IsMissing(id) && !isForHead && Kind != TokenKind.Comma)
            {
                break;
            }
        }
        while (Eat(TokenKind.Comma));
        return _nodes.Take<VariableDeclarator>(mark);
    }

    private static bool IsMissing(Node node) => node is Identifier { IsMissing: true };

    /// <summary>A pattern and a <c>const</c> need a value, but in the head of a <c>for in</c> or <c>for of</c>.</summary>
    private void CheckInitializers(VariableDeclaration declaration)
    {
        if (_ambientDepth > 0)
        {
            return;
        }

        foreach (var declarator in declaration.Declarations)
        {
            if (declarator.Init is not null || IsMissing(declarator.Id))
            {
                continue;
            }

            if (declarator.Id is not Identifier)
            {
                Report(SyntaxErrorCode.PatternNeedsInitializer, declarator.Id);
            }
            else if (declaration.Kind == VariableDeclarationKind.Const)
            {
                Report(SyntaxErrorCode.ConstNeedsInitializer, declarator.Id);
            }
        }
    }

    /// <summary>Node wraps a CommonJS file into a function: these are its parameters, so that no <c>let</c> or <c>const</c> may take their names.</summary>
    private void DeclareModuleVariables()
    {
        if (_sourceType == SourceType.CommonJs)
        {
            foreach (var name in s_moduleVariables)
            {
                _declarations.TryDeclareParameter(_names.Find(name), 0, 0);
            }
        }
    }

    /// <summary>Declares the current name, which is about to become a binding.</summary>
    private void DeclareCurrent(Binding binding) => Declare(binding, _lexer.NameId, _lexer.Start, _lexer.End);

    private void Declare(Binding binding, int name, int start, int end)
    {
        var isNew = binding switch
        {
            Binding.Var => _declarations.TryDeclareVar(name, start, end),
            Binding.Lexical => _declarations.TryDeclareLexical(name, start, end),
            Binding.SimpleCatch => _declarations.TryDeclareCatchParameter(name, start, end),
            _ => true,
        };
        if (!isNew)
        {
            var text = _names.Name(name);
            var isNodes = _declarations.IsOutermost && _sourceType == SourceType.CommonJs && s_moduleVariables.Contains(text);
            _errors.Report(isNodes ? SyntaxErrorCode.ModuleVariable : SyntaxErrorCode.AlreadyDeclared, start, end, text);
        }
    }

    /// <summary>Declares the name of a function declaration in the scope around it.</summary>
    private void DeclareFunction(Identifier id, bool isPlain)
    {
        if (id.IsMissing)
        {
            return;
        }

        var name = _names.Find(id.Name);
        var isNew = !IsStrict && isPlain ? _declarations.TryDeclareFunction(name, id.Start, id.End)
            : _declarations.FunctionsAreVars ? _declarations.TryDeclareVar(name, id.Start, id.End)
            : _declarations.TryDeclareLexical(name, id.Start, id.End);
        if (!isNew)
        {
            Report(SyntaxErrorCode.AlreadyDeclared, id, id.Name);
        }
    }
}
