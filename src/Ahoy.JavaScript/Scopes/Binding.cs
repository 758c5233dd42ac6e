using Ahoy.JavaScript.Syntax;

namespace Ahoy.JavaScript.Scopes;

/// <summary>A variable: whatever a name can be bound to.</summary>
public sealed class Binding
{
    private readonly ScopeTree _tree;
    private readonly int _index;

    internal Binding(ScopeTree tree, int index)
    {
        _tree = tree;
        _index = index;
    }

    /// <summary>The name.</summary>
    public string Name => Data.Identifier?.Name ?? "arguments";

    /// <summary>How it is declared.</summary>
    public BindingKind Kind => Data.Kind;

    /// <summary>The scope that declares it.</summary>
    public Scope Scope => _tree.ScopeAt(Data.Scope);

    /// <summary>The name in its declaration: the first, or that of the function that wins; null for <c>arguments</c>.</summary>
    public Identifier? Identifier => Data.Identifier;

    /// <summary>
    /// What declares it: a <see cref="VariableDeclarator"/>, a function or class, a specifier of an <c>import</c>, a
    /// <see cref="CatchClause"/>; for a parameter and for <c>arguments</c> the function (the whole file where that is CommonJS).
    /// </summary>
    public Node Declaration => Data.Declaration;

    /// <summary>
    /// Whether it is the function-wide variable that sloppy code gets for a function in a block, besides the block's own
    /// (ECMAScript's Annex B.3.2). It is undefined until the block is entered.
    /// </summary>
    public bool IsHoistedFromBlock => Data.IsHoistedFromBlock;

    /// <summary>Where it is declared, read and written, in the order of the source.</summary>
    public ReferenceList References => _tree.Index.Of(_tree, _index);

    /// <summary>
    /// Whether its value never changes once it has one, as far as the program shows: nothing but its declaration gives it a
    /// value, and neither <c>eval</c> nor <c>with</c> can.
    /// </summary>
    public bool IsConstant => !Scope.ContainsDirectEval && !IsHoistedFromBlock && Kind != BindingKind.Arguments && HasOneValue();

    /// <summary>
    /// The expression that gives it its value: the right side of a declarator that has just a name on its left. Null for all
    /// other bindings, and where something else may change the value (see <see cref="IsConstant"/>).
    /// </summary>
    public Expression? ConstantValue =>
        Data.Declaration is VariableDeclarator { Init: { } value } declarator && declarator.Id is Syntax.Identifier && IsConstant ? value : null;

    /// <summary>
    /// The function that the name stands for: its declaration, or a constant's value. Null for a parameter, whose <see cref="Declaration"/>
    /// is the function that has it. A declared function may still be assigned over (see <see cref="IsConstant"/>).
    /// </summary>
    public IFunction? Function =>
        Kind is BindingKind.Parameter or BindingKind.Arguments ? null : Data.Declaration as IFunction ?? ConstantValue as IFunction;

    internal int Index => _index;

    private ref BindingData Data => ref _tree.BindingTable[_index];

    private bool HasOneValue()
    {
        var declarations = 0;
        foreach (var reference in References)
        {
            if ((reference.IsWrite && !reference.IsInitializer)
                || (reference.IsDeclaration && ++declarations > 1))
            {
                return false;
            }
        }

        return true;
    }
}
