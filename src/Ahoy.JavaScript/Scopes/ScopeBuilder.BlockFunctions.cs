using Ahoy.JavaScript.Syntax;

namespace Ahoy.JavaScript.Scopes;

/// <content>Functions in blocks, which sloppy code sees in the whole function too (ECMAScript's Annex B.3.2).</content>
internal sealed partial class ScopeBuilder
{
    /// <summary>Notes a function in a block, unless a <c>var</c> in its place would clash with a block around its own.</summary>
    private void NoteCandidate(FunctionDeclaration function)
    {
        if (_strict || function.Async || function.Generator || function.Id is not { IsMissing: false } id)
        {
            return;
        }

        // The innermost on the path is the function's own block.
        for (var i = _path.Count - 2; i >= 0; i--)
        {
            if (Declares(_path[i], id.Name))
            {
                return;
            }
        }

        _candidates.Add(function);
    }

    private void HoistFromBlock(FunctionDeclaration function, int parameters)
    {
        var id = function.Id!;
        var slot = _slots.Find(id.Name);
        var current = _slots.Current(slot);
        ref var scope = ref _scopes[_scope];
        if (current >= scope.FirstBinding)
        {
            // A variable or function of that name stays what it is; the block's function is assigned to it when it is reached.
            if (_bindings[current].Kind == BindingKind.Var)
            {
                _bindings[current].IsHoistedFromBlock = true;
            }

            return;
        }

        var isParameter = current >= _scopes[parameters].FirstBinding && _bindings[current].Kind == BindingKind.Parameter;
        if (!isParameter && !(id.Name == "arguments" && _argumentsScope >= 0))
        {
            scope.BindingCount++;
            Add(slot, new BindingData
            {
                Identifier = id,
                Declaration = function,
                Scope = _scope,
                Kind = BindingKind.Function,
                IsHoistedFromBlock = true,
            });
        }
    }

    /// <summary>Whether a block, the head of a loop, a <c>switch</c> or a <c>catch</c> declares a name so that a <c>var</c> in it would clash.</summary>
    private bool Declares(Node node, string name)
    {
        switch (node)
        {
            case BlockStatement block:
                return Declares(block.Body, name);
            case SwitchStatement @switch:
                foreach (var @case in @switch.Cases)
                {
                    if (Declares(@case.Consequent, name))
                    {
                        return true;
                    }
                }

                return false;
            case ForStatement { Init: VariableDeclaration head }:
                return Declares(head, name);
            case ForInStatement { Left: VariableDeclaration head }:
                return Declares(head, name);
            case ForOfStatement { Left: VariableDeclaration head }:
                return Declares(head, name);
            case CatchClause { Param: { } and not Identifier } @catch:
                return DeclaresInPattern(@catch.Param, name);
            default:
                return false;
        }
    }

    private bool Declares(NodeList<Statement> statements, string name)
    {
        foreach (var statement in statements)
        {
            var declares = statement switch
            {
                FunctionDeclaration function => function.Id?.Name == name,
                ClassDeclaration @class => @class.Id?.Name == name,
                VariableDeclaration variables => Declares(variables, name),
                LabeledStatement labeled => LabeledFunction(labeled)?.Id?.Name == name,
                _ => false,
            };
            if (declares)
            {
                return true;
            }
        }

        return false;
    }

    private bool Declares(VariableDeclaration variables, string name)
    {
        if (variables.Kind == VariableDeclarationKind.Var)
        {
            return false;
        }

        foreach (var declarator in variables.Declarations)
        {
            if (DeclaresInPattern(declarator.Id, name))
            {
                return true;
            }
        }

        return false;
    }

    private bool DeclaresInPattern(Node pattern, string name)
    {
        var found = false;
        var first = _pending.Count;
        _pending.Add(pattern);
        while (_pending.Count > first)
        {
            var node = TakePending();
            found |= node is Identifier identifier && identifier.Name == name;
            AddPendingParts(node);
        }

        return found;
    }
}
