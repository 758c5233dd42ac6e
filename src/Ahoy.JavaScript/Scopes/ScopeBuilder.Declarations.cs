using Ahoy.JavaScript.Syntax;

namespace Ahoy.JavaScript.Scopes;

/// <content>What a scope declares, collected when it is entered.</content>
internal sealed partial class ScopeBuilder
{
    private const int LevelsBetweenStackChecks = 16;

    // Functions in blocks that may be visible in the whole function (ECMAScript's Annex B.3.2), decided when all else is declared.
    private ReusedArray<FunctionDeclaration> _candidates;

    // What stands between the function's own statements and the statement that is being searched, for those functions' sake.
    private ReusedArray<Node> _path;
    private int _searchDepth;

    /// <summary>
    /// Declares what the statements of a function or a file declare: by <c>var</c> however deep in blocks, the rest on their
    /// own level.
    /// </summary>
    /// <param name="statements">The statements.</param>
    /// <param name="parameters">The scope that has the parameters.</param>
    private void DeclareVarScoped(NodeList<Statement> statements, int parameters)
    {
        var firstCandidate = _candidates.Count;
        for (var i = 0; i < statements.Count; i++)
        {
            var statement = statements[i];
            if (!DeclareLexical(statement))
            {
                SearchForVars(statement);
            }
        }

        for (var i = firstCandidate; i < _candidates.Count; i++)
        {
            HoistFromBlock(_candidates[i], parameters);
        }

        _candidates.Truncate(firstCandidate);
    }

    /// <summary>Enters a scope for statements that declare something on their own level; otherwise does nothing.</summary>
    private bool EnterIfDeclaring(ScopeKind kind, Node node, int start, NodeList<Statement> statements, bool entered = false)
    {
        for (var i = 0; i < statements.Count; i++)
        {
            var statement = statements[i];
            if (!IsLexical(statement))
            {
                continue;
            }

            if (!entered)
            {
                entered = true;
                Enter(kind, node, start);
            }

            DeclareLexical(statement);
        }

        return entered;
    }

    private static bool IsLexical(Statement statement) => statement switch
    {
        VariableDeclaration variables => variables.Kind != VariableDeclarationKind.Var,
        FunctionDeclaration or ClassDeclaration => true,
        LabeledStatement labeled => LabeledFunction(labeled) is not null,
        _ => false,
    };

    /// <summary>Declares the names of a declaration other than <c>var</c>; false where it is something else.</summary>
    private bool DeclareLexical(Statement statement)
    {
        switch (statement)
        {
            case VariableDeclaration { Kind: not VariableDeclarationKind.Var } variables:
                DeclareVariables(variables, variables.Kind == VariableDeclarationKind.Let ? BindingKind.Let : BindingKind.Const);
                return true;
            case FunctionDeclaration function:
                Declare(function.Id, function, BindingKind.Function);
                return true;
            case ClassDeclaration @class:
                Declare(@class.Id, @class, BindingKind.Class);
                return true;
            case LabeledStatement labeled when LabeledFunction(labeled) is { } function:
                Declare(function.Id, function, BindingKind.Function);
                return true;
            case ExportNamedDeclaration { Declaration: { } declaration }:
                return DeclareLexical(declaration);
            case ExportDefaultDeclaration { Declaration: Statement declaration }:
                return DeclareLexical(declaration);
            case ImportDeclaration import:
                DeclareImports(import);
                return true;
            default:
                return false;
        }
    }

    private void DeclareImports(ImportDeclaration import)
    {
        foreach (var specifier in import.Specifiers)
        {
            Declare(LocalName(specifier), specifier, BindingKind.Import);
        }
    }

    private static Identifier? LocalName(Node specifier) => specifier switch
    {
        ImportSpecifier named => named.Local,
        ImportDefaultSpecifier @default => @default.Local,
        ImportNamespaceSpecifier @namespace => @namespace.Local,
        _ => null,
    };

    private static FunctionDeclaration? LabeledFunction(LabeledStatement labeled)
    {
        while (labeled.Body is LabeledStatement inner)
        {
            labeled = inner;
        }

        return labeled.Body as FunctionDeclaration;
    }

    private void DeclareVariables(VariableDeclaration variables, BindingKind kind)
    {
        for (var i = 0; i < variables.Declarations.Count; i++)
        {
            var declarator = variables.Declarations[i];
            DeclarePattern(declarator.Id, declarator, kind);
        }
    }

    private void DeclarePattern(Node pattern, Node declaration, BindingKind kind)
    {
        if (pattern is Identifier name)
        {
            Declare(name, declaration, kind);
            return;
        }

        var first = _pending.Count;
        _pending.Add(pattern);
        while (_pending.Count > first)
        {
            var node = TakePending();
            if (node is Identifier identifier)
            {
                Declare(identifier, declaration, kind);
            }
            else
            {
                AddPendingParts(node);
            }
        }
    }

    /// <summary>Adds a binding to the innermost scope, unless it has one of that name.</summary>
    private void Declare(Identifier? identifier, Node declaration, BindingKind kind)
    {
        if (identifier is null || identifier.IsMissing)
        {
            return;
        }

        var slot = _slots.Find(identifier.Name);
        var current = _slots.Current(slot);
        ref var scope = ref _scopes[_scope];
        if (current < scope.FirstBinding)
        {
            scope.BindingCount++;
            Add(slot, new BindingData { Identifier = identifier, Declaration = declaration, Scope = _scope, Kind = kind });
        }
        else if (kind == BindingKind.Function && _bindings[current].Kind is BindingKind.Var or BindingKind.Function)
        {
            // The last function of a name is the one that the name has when the body begins.
            ref var binding = ref _bindings[current];
            binding.Kind = kind;
            binding.Declaration = declaration;
            binding.Identifier = identifier;
        }
    }

    private void Add(int slot, BindingData binding)
    {
        ref var current = ref _slots.Current(slot);
        _shadows.Add(new Shadow(slot, current));
        current = _bindings.Count;
        _bindings.Add(binding);
    }

    private int DeclareArguments(int slot)
    {
        ref var scope = ref _scopes[_argumentsScope];
        scope.Arguments = _bindings.Count;
        Add(slot, new BindingData { Declaration = scope.Node, Scope = _argumentsScope, Kind = BindingKind.Arguments });
        return scope.Arguments;
    }

    /// <summary>Declares what the <c>var</c>s in a statement declare, and notes the functions in its blocks.</summary>
    private void SearchForVars(Statement? statement)
    {
        _searchDepth++;
        if (_searchDepth % LevelsBetweenStackChecks == 0 && !StackGuard.HasRoom())
        {
            StackGuard.Run(() => SearchCore(statement));
        }
        else
        {
            SearchCore(statement);
        }

        _searchDepth--;
    }

    private void SearchCore(Statement? statement)
    {
        switch (statement)
        {
            case null or ExpressionStatement or ReturnStatement:
                break;
            case VariableDeclaration { Kind: VariableDeclarationKind.Var } variables:
                DeclareVariables(variables, BindingKind.Var);
                break;
            case IfStatement @if:
                SearchBranch(@if.Consequent);
                SearchBranch(@if.Alternate);
                break;
            case BlockStatement block:
                SearchBlock(block, block.Body);
                break;
            case ForStatement @for:
                SearchLoop(@for, @for.Init, @for.Body);
                break;
            case ForInStatement @for:
                SearchLoop(@for, @for.Left, @for.Body);
                break;
            case ForOfStatement @for:
                SearchLoop(@for, @for.Left, @for.Body);
                break;
            case WhileStatement @while:
                SearchForVars(@while.Body);
                break;
            case DoWhileStatement doWhile:
                SearchForVars(doWhile.Body);
                break;
            case TryStatement @try:
                SearchTry(@try);
                break;
            case SwitchStatement @switch:
                SearchSwitch(@switch);
                break;
            case LabeledStatement labeled:
                SearchForVars(labeled.Body);
                break;
            case WithStatement with:
                SearchForVars(with.Body);
                break;
            case ExportNamedDeclaration export:
                SearchForVars(export.Declaration);
                break;
        }
    }

    private void SearchBlock(Node block, NodeList<Statement> statements)
    {
        _path.Add(block);
        SearchStatements(statements);
        _path.Truncate(_path.Count - 1);
    }

    private void SearchStatements(NodeList<Statement> statements)
    {
        for (var i = 0; i < statements.Count; i++)
        {
            var statement = statements[i];
            if (statement is FunctionDeclaration function)
            {
                NoteCandidate(function);
            }
            else
            {
                SearchForVars(statement);
            }
        }
    }

    // `if (a) function b() { }` is as if the function stood in a block.
    private void SearchBranch(Statement? branch)
    {
        if (branch is FunctionDeclaration function)
        {
            _path.Add(function);
            NoteCandidate(function);
            _path.Truncate(_path.Count - 1);
        }
        else
        {
            SearchForVars(branch);
        }
    }

    private void SearchLoop(Node loop, Node? head, Statement body)
    {
        if (head is VariableDeclaration { Kind: VariableDeclarationKind.Var } variables)
        {
            DeclareVariables(variables, BindingKind.Var);
        }

        _path.Add(loop);
        SearchForVars(body);
        _path.Truncate(_path.Count - 1);
    }

    private void SearchTry(TryStatement @try)
    {
        SearchForVars(@try.Block);
        if (@try.Handler is { } handler)
        {
            _path.Add(handler);
            SearchForVars(handler.Body);
            _path.Truncate(_path.Count - 1);
        }

        SearchForVars(@try.Finalizer);
    }

    private void SearchSwitch(SwitchStatement @switch)
    {
        _path.Add(@switch);
        for (var i = 0; i < @switch.Cases.Count; i++)
        {
            SearchStatements(@switch.Cases[i].Consequent);
        }

        _path.Truncate(_path.Count - 1);
    }
}
