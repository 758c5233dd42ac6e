using Ahoy.Analysis.Platform;
using Ahoy.JavaScript.Scopes;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Flow.Origins;

/// <summary>Where the values of variables come from.</summary>
internal sealed class VariableOrigins(OriginFinder finder, ListOrigins lists)
{
    private readonly Dictionary<Binding, List<Identifier>> _writes = [];

    public Origin Find(Identifier identifier)
    {
        if (finder.Scopes.ReferenceOf(identifier) is not { } reference)
        {
            return Origin.Unknown;
        }

        if (reference.Binding is not { } binding)
        {
            return Libraries.OfGlobal(identifier.Name) is { } library ? Origin.OfLibrary(library) : Origin.Unknown;
        }

        return binding.Kind switch
        {
            BindingKind.Function or BindingKind.FunctionName => binding.IsConstant ? finder.Find(binding.Declaration) : FindReplaced(binding),
            BindingKind.Class or BindingKind.ClassName => Origin.Of(OriginKind.Class, binding.Declaration),
            BindingKind.Import => FindImport(binding),
            BindingKind.Parameter => FindParameter(binding),
            BindingKind.Var or BindingKind.Let or BindingKind.Const => FindVariable(binding),
            _ => Origin.Unknown,
        };
    }

    /// <summary>Babel's <c>function _send() { _send = _asyncToGenerator(function* () { … }); return _send.apply(this, arguments); }</c>.</summary>
    private Origin FindReplaced(Binding binding)
    {
        var values = binding.References.Where(static reference => reference.IsWrite && !reference.IsDeclaration)
            .Select(reference => finder.Nodes.ParentOf(reference.Identifier)).OfType<AssignmentExpression>().ToList();
        return values.Count == 1 && finder.Find(values[0].Right) is { Kind: OriginKind.PromiseFunction } body ? body : Origin.Unknown;
    }

    private Origin FindVariable(Binding binding)
    {
        Origin? origin = null;
        foreach (var identifier in WritesOf(binding))
        {
            var value = FindWritten(identifier);
            if (origin is not null && !origin.SameAs(value))
            {
                return Origin.Unknown;
            }

            origin = value;
        }

        return origin is { Kind: OriginKind.Collection } && lists.OnlyTakesPromises(binding) ? Origin.PromiseList : origin ?? Origin.Unknown;
    }

    /// <summary>Where a variable is written, looked for once: each of its reads asks.</summary>
    private List<Identifier> WritesOf(Binding binding)
    {
        if (!_writes.TryGetValue(binding, out var writes))
        {
            _writes[binding] = writes = [.. binding.References.Where(static reference => reference.IsWrite).Select(static reference => reference.Identifier)];
        }

        return writes;
    }

    /// <summary>What a name in a declaration or an assignment is given.</summary>
    private Origin FindWritten(Identifier identifier) => finder.Nodes.ParentOf(identifier) switch
    {
        VariableDeclarator { Init: { } init } declarator when ReferenceEquals(declarator.Id, identifier) => finder.Find(init),
        VariableDeclarator { Init: null } declarator when ReferenceEquals(declarator.Id, identifier)
            && finder.Nodes.ParentOf(declarator) is VariableDeclaration declaration
            && finder.Nodes.ParentOf(declaration) is ForOfStatement { Await: false } loop && ReferenceEquals(loop.Left, declaration) => lists.ElementOf(loop.Right),
        AssignmentExpression { Operator: "=" or "??=" or "||=" } assignment when ReferenceEquals(assignment.Left, identifier) => finder.Find(assignment.Right),
        _ => FindInPattern(identifier),
    };

    /// <summary>Goes up from a name in a pattern to what is taken apart, and down again by the keys on the way.</summary>
    private Origin FindInPattern(Identifier identifier)
    {
        var keys = new Stack<string>();
        Node node = identifier;
        while (finder.Nodes.ParentOf(node) is { } parent)
        {
            switch (parent)
            {
                case Property { Computed: false } property when ConstantValues.NameOfKey(property.Key) is { } name:
                    keys.Push(name);
                    break;
                case AssignmentPattern pattern when ReferenceEquals(pattern.Left, node):
                case ObjectPattern:
                    break;
                case VariableDeclarator { Init: { } init } declarator when ReferenceEquals(declarator.Id, node):
                    return Descend(finder.Find(init), keys);
                case IFunction function:
                    return Descend(FindArgument(function, node), keys);
                default:
                    return Origin.Unknown;
            }

            node = parent;
        }

        return Origin.Unknown;
    }

    private Origin Descend(Origin origin, Stack<string> keys)
    {
        while (keys.Count > 0)
        {
            origin = finder.MemberOf(origin, keys.Pop());
        }

        return origin;
    }

    private Origin FindParameter(Binding binding) =>
        binding.IsConstant && binding.Identifier is { } identifier
            ? finder.Nodes.ParentOf(identifier) is IFunction function ? FindArgument(function, identifier) : FindInPattern(identifier)
            : Origin.Unknown;

    /// <summary>What all calls of a function give for a parameter.</summary>
    private Origin FindArgument(IFunction function, Node parameter)
    {
        var index = IndexOf(function, parameter);
        if (index < 0)
        {
            return Origin.Unknown;
        }

        if (finder.Nodes.ParentOf((Node)function) is CallExpression { Callee: MemberExpression member } chain)
        {
            if (index != 0 || chain.Arguments.Count == 0 || !ReferenceEquals(chain.Arguments[0], function))
            {
                return Origin.Unknown;
            }

            // import('got').then(({ default: got }) => …), and messages.forEach((message) => message.remove())
            return finder.Constants.NameOf(member) switch
            {
                "then" => finder.Find(member.Object).Fulfilled ?? Origin.Unknown,
                "forEach" or "map" or "flatMap" => lists.ElementOf(member.Object),
                _ => Origin.Unknown,
            };
        }

        Origin? origin = null;
        foreach (var call in finder.CallsOf(function))
        {
            // One call with the client is enough: the catalogue follows a parameter "that is called with one".
            var value = index < call.Arguments.Count ? finder.Find(call.Arguments[index]) : Origin.Unknown;
            if (value.Kind != OriginKind.Unknown)
            {
                if (origin is not null && !origin.SameAs(value))
                {
                    return Origin.Unknown;
                }

                origin = value;
            }
        }

        return origin ?? Origin.Unknown;
    }

    private static int IndexOf(IFunction function, Node parameter)
    {
        for (var i = 0; i < function.Params.Count; i++)
        {
            var pattern = function.Params[i];
            if (ReferenceEquals(pattern, parameter) || (pattern is AssignmentPattern { Left: { } left } && ReferenceEquals(left, parameter)))
            {
                return i;
            }
        }

        return -1;
    }

    private Origin FindImport(Binding binding)
    {
        if (binding.Identifier is not { } identifier || finder.Nodes.ParentOf(identifier) is not { } specifier
            || finder.Nodes.ParentOf(specifier) is not ImportDeclaration declaration)
        {
            return Origin.Unknown;
        }

        var library = finder.LibraryOf(declaration.Source);
        return specifier is ImportSpecifier { Imported: Identifier imported } ? finder.MemberOf(library, imported.Name) : library;
    }
}
