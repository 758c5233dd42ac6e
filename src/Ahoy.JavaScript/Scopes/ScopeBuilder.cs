using Ahoy.JavaScript.Syntax;

namespace Ahoy.JavaScript.Scopes;

/// <summary>
/// Finds scopes, bindings and references in one walk. What a scope declares is collected from its statements when the walk
/// enters it, so that each name can be resolved where it stands: every name has a slot that holds its binding of the moment,
/// and leaving a scope puts back what its bindings hid.
/// </summary>
internal sealed partial class ScopeBuilder : NodeVisitor
{
    [ThreadStatic]
    private static ScopeBuilder? s_cached;

    private readonly NameSlots _slots = new();
    private ReusedArray<ScopeData> _scopes;
    private ReusedArray<BindingData> _bindings;
    private ReusedArray<Shadow> _shadows;
    private ReusedArray<ReferenceData> _references;
    private bool _referencesInOrder;
    private int _lastReferenceStart;

    private int _scope;

    // The scope that takes what `var` declares, and the one whose `arguments` the name means here.
    private int _varScope;
    private int _argumentsScope;
    private int _argumentsSlot;
    private bool _strict;

    private ScopeBuilder()
    {
    }

    public static ScopeTree Build(Program program)
    {
        var builder = s_cached ?? new ScopeBuilder();
        s_cached = null;
        try
        {
            return builder.BuildTree(program);
        }
        finally
        {
            builder.Clear();
            s_cached = builder;
        }
    }

    public override void VisitProgram(Program node)
    {
        var kind = node.SourceType switch
        {
            SourceType.Module => ScopeKind.Module,
            SourceType.CommonJs => ScopeKind.CommonJs,
            _ => ScopeKind.Global,
        };
        _strict = kind == ScopeKind.Module || HasUseStrict(node.Body);
        _scope = -1;
        Enter(kind, node, node.Start);
        _varScope = _scope;
        _argumentsScope = kind == ScopeKind.CommonJs ? _scope : -1;
        DeclareVarScoped(node.Body, _scope);
        Visit(node.Body);
    }

    private ScopeTree BuildTree(Program program)
    {
        _referencesInOrder = true;
        _lastReferenceStart = -1;
        _argumentsSlot = _slots.Find("arguments");
        Visit(program);
        var references = _references.ToArray();
        if (!_referencesInOrder)
        {
            Array.Sort(references, static (a, b) => a.Identifier.Start.CompareTo(b.Identifier.Start));
        }

        return new ScopeTree(program, _scopes.ToArray(), _bindings.ToArray(), references);
    }

    private void Clear()
    {
        _slots.Clear();
        _scopes.Clear();
        _bindings.Clear();
        _shadows.Clear();
        _references.Clear();
        _candidates.Clear();
        _path.Clear();
        _pending.Clear();
    }

    private void Enter(ScopeKind kind, Node node, int start)
    {
        _scopes.Add(new ScopeData
        {
            Node = node,
            Start = start,
            Parent = _scope,
            FirstBinding = _bindings.Count,
            Arguments = -1,
            Kind = kind,
            Flags = _strict ? ScopeFlags.Strict : ScopeFlags.None,
        });
        _scope = _scopes.Count - 1;
    }

    /// <summary>Leaves the innermost scope: names mean again what they meant before.</summary>
    private void Leave()
    {
        ref var scope = ref _scopes[_scope];
        for (var i = scope.FirstBinding + scope.BindingCount - 1; i >= scope.FirstBinding; i--)
        {
            Restore(i);
        }

        if (scope.Arguments >= 0)
        {
            Restore(scope.Arguments);
        }

        _scope = scope.Parent;
    }

    private void Restore(int binding)
    {
        ref var shadow = ref _shadows[binding];
        _slots.Current(shadow.Slot) = shadow.Hidden;
    }

    private void Refer(Identifier identifier, ReferenceKinds kinds)
    {
        if (identifier.IsMissing)
        {
            return;
        }

        var slot = _slots.Find(identifier.Name);
        var binding = _slots.Current(slot);
        if (slot == _argumentsSlot && _argumentsScope >= 0 && binding < _scopes[_argumentsScope].FirstBinding)
        {
            binding = DeclareArguments(slot);
        }

        if ((kinds & ReferenceKinds.Declaration) != 0 && binding >= 0 && _bindings[binding].Declaration is CatchClause @catch
            && identifier.Start >= @catch.Body.Start)
        {
            // `catch (e) { var e = 1 }` declares the function's e and writes to the other.
            kinds &= ~ReferenceKinds.Declaration;
        }

        if (identifier.Start < _lastReferenceStart)
        {
            _referencesInOrder = false;
        }

        _lastReferenceStart = identifier.Start;
        _references.Add(new ReferenceData(identifier, binding, _scope, kinds));
    }

    private static bool HasUseStrict(NodeList<Statement> statements)
    {
        const string useStrict = "use strict";
        for (var i = 0; i < statements.Count && statements[i] is Directive directive; i++)
        {
            var text = directive.Expression;

            // As long as that it can have no escapes, which would make it another directive.
            if (text.End - text.Start == useStrict.Length + 2 && text.Value == useStrict)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What a binding hides while its scope is open.</summary>
    private readonly struct Shadow(int slot, int hidden)
    {
        public int Slot => slot;

        public int Hidden => hidden;
    }
}
