namespace Ahoy.JavaScript.Parsing;

/// <summary>
/// Knows what the open scopes declare, just enough to find names that are declared twice. Every name has a chain of its
/// declarations, the innermost first, so that a look-up takes the same time however many there are.
/// </summary>
/// <remarks>
/// A <c>var</c> is entered in the scope where it stands. When that scope closes, it moves to the one around, up to the
/// function's: so it meets the <c>let</c>s of every block on its way, whether they came before or come after.
/// </remarks>
internal sealed class DeclarationTable
{
    private int[] _innermost = new int[256];
    private Declaration[] _declarations = new Declaration[64];
    private int _count;
    private Scope[] _scopes = new Scope[16];
    private int _depth;

    [Flags]
    private enum Kinds : byte
    {
        None = 0,
        Var = 1,
        Lexical = 2,
        Function = 4,
        Parameter = 8,
        CatchParameter = 16,
    }

    /// <summary>Whether the current scope is one in which functions are declared as <c>var</c> does.</summary>
    public bool FunctionsAreVars => _scopes[_depth - 1].FunctionsAreVars;

    /// <summary>Whether the current scope is the file's.</summary>
    public bool IsOutermost => _depth == 1;

    /// <param name="isVarScope">Whether <c>var</c> goes no further out than this scope.</param>
    /// <param name="functionsAreVars">Whether a function declaration is like <c>var</c> here: at the top of functions and scripts.</param>
    public void Enter(bool isVarScope, bool functionsAreVars)
    {
        if (_depth == _scopes.Length)
        {
            Array.Resize(ref _scopes, _depth * 2);
        }

        _scopes[_depth++] = new Scope(_count, isVarScope, functionsAreVars);
    }

    /// <summary>Closes the current scope. What it finds declared twice by that is reported.</summary>
    public void Exit(ErrorSink errors, Lexing.NameTable names)
    {
        var scope = _scopes[--_depth];
        var end = _count;
        for (var i = scope.First; i < end; i++)
        {
            _innermost[_declarations[i].Name] = _declarations[i].Outer;
        }

        _count = scope.First;
        if (scope.IsVarScope)
        {
            return;
        }

        for (var i = scope.First; i < end; i++)
        {
            // The entry that this adds is at i or before, where it has been read already.
            var declaration = _declarations[i];
            if ((declaration.Kinds & Kinds.Var) != 0
                && !TryDeclare(declaration.Name, Kinds.Var, declaration.VarStart, declaration.VarEnd))
            {
                errors.Report(SyntaxErrorCode.AlreadyDeclared, declaration.VarStart, declaration.VarEnd, names.Name(declaration.Name));
            }
        }
    }

    public bool TryDeclareVar(int name, int start, int end) => TryDeclare(name, Kinds.Var, start, end);

    public bool TryDeclareLexical(int name, int start, int end) => TryDeclare(name, Kinds.Lexical, start, end);

    /// <summary>Declares a sloppy function: in a block, it may be declared twice.</summary>
    public bool TryDeclareFunction(int name, int start, int end) => TryDeclare(name, Kinds.Function, start, end);

    /// <summary>Declares a parameter; false if there is one of that name.</summary>
    public bool TryDeclareParameter(int name, int start, int end) => TryDeclare(name, Kinds.Parameter, start, end);

    /// <summary>Declares the parameter of a <c>catch</c> that is a plain name: a <c>var</c> may have that name too.</summary>
    public bool TryDeclareCatchParameter(int name, int start, int end) => TryDeclare(name, Kinds.CatchParameter, start, end);

    /// <summary>Whether the current scope declares a name.</summary>
    public bool IsDeclared(int name) => FindInCurrentScope(name) >= 0;

    private bool TryDeclare(int name, Kinds kind, int start, int end)
    {
        var existing = FindInCurrentScope(name);
        if (existing < 0)
        {
            Add(name, kind, start, end);
            return true;
        }

        ref var declaration = ref _declarations[existing];
        if ((declaration.Kinds & Conflicts(kind)) != 0)
        {
            return false;
        }

        declaration.Kinds |= kind;
        if (kind == Kinds.Var)
        {
            declaration.VarStart = start;
            declaration.VarEnd = end;
        }

        return true;
    }

    private Kinds Conflicts(Kinds kind) => kind switch
    {
        Kinds.Var => FunctionsAreVars ? Kinds.Lexical : Kinds.Lexical | Kinds.Function,
        Kinds.Function => FunctionsAreVars ? Kinds.Lexical : Kinds.Lexical | Kinds.CatchParameter | Kinds.Var,
        Kinds.Parameter => Kinds.Parameter,
        _ => Kinds.Var | Kinds.Lexical | Kinds.Function | Kinds.Parameter | Kinds.CatchParameter,
    };

    private int FindInCurrentScope(int name)
    {
        if (name >= _innermost.Length)
        {
            return -1;
        }

        var index = _innermost[name] - 1;
        return index >= _scopes[_depth - 1].First ? index : -1;
    }

    private void Add(int name, Kinds kind, int start, int end)
    {
        if (name >= _innermost.Length)
        {
            Array.Resize(ref _innermost, Math.Max(name + 1, _innermost.Length * 2));
        }

        if (_count == _declarations.Length)
        {
            Array.Resize(ref _declarations, _count * 2);
        }

        _declarations[_count] = new Declaration
        {
            Name = name,
            Outer = _innermost[name],
            VarStart = start,
            VarEnd = end,
            Kinds = kind,
        };
        _innermost[name] = ++_count;
    }

    private readonly struct Scope
    {
        public readonly int First;
        public readonly bool IsVarScope;
        public readonly bool FunctionsAreVars;

        public Scope(int first, bool isVarScope, bool functionsAreVars)
        {
            First = first;
            IsVarScope = isVarScope;
            FunctionsAreVars = functionsAreVars;
        }
    }

    private struct Declaration
    {
        public int Name;
        public int Outer;
        public int VarStart;
        public int VarEnd;
        public Kinds Kinds;
    }
}
