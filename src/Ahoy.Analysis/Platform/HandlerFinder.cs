using Ahoy.Analysis.Engine;
using Ahoy.Analysis.Platform.Compiled;
using Ahoy.JavaScript.Scopes;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Platform;

/// <summary>
/// Finds the handler: the function assigned to <c>exports.handler</c>, or the property <c>handler</c> of the object assigned to
/// <c>module.exports</c>, or an exported <c>handler</c>; through variables of the file and through calls that wrap it.
/// </summary>
internal sealed class HandlerFinder
{
    private const string Name = "handler";
    private const int MaxDepth = 16;

    private readonly SourceFile _file;
    private readonly ScopeTree _scopes;
    private readonly ConstantValues _constants;
    private readonly AsyncBodies _bodies;
    private readonly List<Handler> _found = [];
    private bool _mayExportAnother;
    private bool _exportsModule;

    private HandlerFinder(SourceFile file)
    {
        _file = file;
        _scopes = file.Scopes;
        _constants = file.Constants;
        _bodies = AsyncBodies.Of(file);
    }

    public static Handlers Find(SourceFile file)
    {
        var finder = new HandlerFinder(file);
        foreach (var assignment in file.Nodes.Assignments)
        {
            finder.ReadAssignment(assignment);
        }

        foreach (var call in file.Nodes.Calls)
        {
            finder.ReadCall(call);
        }

        foreach (var statement in file.Program.Body)
        {
            finder.ReadStatement(statement);
        }

        if (finder._found.Count == 0)
        {
            foreach (var (value, export) in finder._exportsModule ? new BundledExports(file).Find(Name) : [])
            {
                finder.Resolve(value, export, wrapper: null, MaxDepth);
            }
        }

        return new Handlers(
            [.. finder._found.GroupBy(handler => handler.Function).Select(same => same.First()).OrderBy(handler => handler.Function.Start)],
            finder._mayExportAnother || (finder._found.Count == 0 && ExportAliases.Exist(file)));
    }

    private void ReadAssignment(AssignmentExpression assignment)
    {
        if (assignment.Left is MemberExpression target && IsExports(target.Object))
        {
            switch (_constants.NameOf(target))
            {
                case Name:
                    Resolve(assignment.Right, assignment, wrapper: null, MaxDepth);
                    break;
                case null:
                    _mayExportAnother = true;
                    break;
            }
        }
        else if (IsModuleExports(assignment.Left))
        {
            _exportsModule = true;
            ReadExportedObject(assignment.Right, assignment, MaxDepth);
        }
    }

    /// <summary><c>Object.assign(exports, …)</c>, <c>Object.defineProperty(exports, 'handler', …)</c>, and any call that gets the exports.</summary>
    private void ReadCall(CallExpression call)
    {
        if (call.Arguments.Count == 0 || !call.Arguments.Any(IsExports))
        {
            return;
        }

        var isOfObject = call.Callee is MemberExpression { Object: Identifier { Name: "Object" } };
        var method = call.Callee is MemberExpression callee ? _constants.NameOf(callee) : null;
        if (isOfObject && method == "assign")
        {
            foreach (var source in call.Arguments.Skip(1))
            {
                ReadExportedObject(source, call, MaxDepth);
            }
        }
        else if (isOfObject && method == "defineProperty")
        {
            // Compilers mark a module as such this way, and some give what is exported by a getter.
            var name = _constants.TextOf(call.Arguments.ArgumentAt(1));
            if (name == Name && GetterIn(call.Arguments.ArgumentAt(2)) is { } value)
            {
                Resolve(value, call, wrapper: null, MaxDepth);
            }
            else
            {
                _mayExportAnother |= name is null or Name;
            }
        }
        else
        {
            // `_export(exports, { handler: function () { … } })` is read where nothing else exports a handler.
            _exportsModule = true;
            _mayExportAnother = true;
        }
    }

    private Node? GetterIn(Node? descriptor) =>
        (descriptor as ObjectExpression)?.Properties.OfType<Property>().FirstOrDefault(property => _constants.NameOf(property) == "get")?.Value is IFunction getter
            ? BundledExports.Returned(getter)
            : null;

    private void ReadStatement(Statement statement)
    {
        switch (statement)
        {
            case ExportNamedDeclaration { Declaration: FunctionDeclaration { Id.Name: Name } function }:
                _found.Add(new Handler(function, statement, wrapper: null));
                break;
            case ExportNamedDeclaration { Declaration: VariableDeclaration variables }:
                foreach (var variable in variables.Declarations)
                {
                    if (variable is { Id: Identifier { Name: Name }, Init: { } value })
                    {
                        Resolve(value, statement, wrapper: null, MaxDepth);
                    }
                }

                break;
            case ExportNamedDeclaration { Source: null } list:
                foreach (var specifier in list.Specifiers)
                {
                    if (ExportedName(specifier) == Name && specifier.Local is Identifier local)
                    {
                        Resolve(local, specifier, wrapper: null, MaxDepth);
                    }
                }

                break;
            case ExportNamedDeclaration reexport:
                _mayExportAnother |= reexport.Specifiers.Any(specifier => ExportedName(specifier) == Name);
                break;
            case ExportAllDeclaration { Exported: null }:
                _mayExportAnother = true;
                break;
        }
    }

    /// <summary>What <c>module.exports</c> becomes.</summary>
    private void ReadExportedObject(Node value, Node export, int depth)
    {
        switch (_constants.Follow(value))
        {
            case ObjectExpression literal:
                foreach (var member in literal.Properties)
                {
                    ReadMember(member, export);
                }

                ReadLaterMembers(value);

                break;
            case AssignmentExpression chained when depth > 0:
                ReadExportedObject(chained.Right, export, depth - 1);
                break;
            case IFunction or Literal or IClass:
            case Identifier name when _scopes.BindingOf(name) is { IsConstant: true, Kind: BindingKind.Function or BindingKind.Class }:
                break;
            case var other when other is null || !IsExports(other):
                // What another module or a call gives.
                _mayExportAnother = true;
                break;
        }
    }

    /// <summary>What an object gets once it is made: <c>const api = {}; api.handler = …; module.exports = api;</c></summary>
    private void ReadLaterMembers(Node value)
    {
        if (_scopes.BindingOf(value) is not { } variable)
        {
            return;
        }

        foreach (var assignment in _file.Nodes.Assignments)
        {
            if (assignment.Left is MemberExpression target && ReferenceEquals(_scopes.BindingOf(target.Object), variable) && _constants.NameOf(target) == Name)
            {
                Resolve(assignment.Right, assignment, wrapper: null, MaxDepth);
            }
        }

        _mayExportAnother |= BundledExports.IsShared(variable, _file);
    }

    private void ReadMember(Node member, Node export)
    {
        switch (member)
        {
            case SpreadElement spread:
                ReadExportedObject(spread.Argument, export, MaxDepth);
                break;
            case Property property when _constants.NameOf(property) is var name:
                if (name == Name && property.Kind == PropertyKind.Init)
                {
                    Resolve(property.Value, property, wrapper: null, MaxDepth);
                }
                else if (name is null or Name)
                {
                    _mayExportAnother = true;
                }

                break;
        }
    }

    /// <summary>Finds the functions that an exported value may be.</summary>
    private void Resolve(Node? value, Node export, CallExpression? wrapper, int depth)
    {
        switch (value.Unchained())
        {
            case IFunction function when depth > 0 && Forwarders.TargetOf(function) is Identifier target && BodyOf(target) is { } body:
                _found.Add(new Handler(body, export, wrapper));
                break;
            case IFunction function:
                _found.Add(new Handler(function, export, wrapper));
                break;
            case CallExpression call when _bodies.WrappedBy(call) is { } body:
                _found.Add(new Handler(body, export, wrapper));
                break;
            case CallExpression call when depth > 0 && Forwarders.ReturnedBy(call) is { } returned:
                Resolve((Node)returned, export, wrapper, depth - 1);
                break;
            case UnaryExpression { Operator: "void" }:
                // The compilers of TypeScript declare their exports so.
                break;
            case Identifier name when depth > 0:
                ResolveVariable(name, export, wrapper, depth - 1);
                break;
            case AssignmentExpression chained when depth > 0:
                Resolve(chained.Right, export, wrapper, depth - 1);
                break;
            case ConditionalExpression choice when depth > 0:
                Resolve(choice.Consequent, export, wrapper, depth - 1);
                Resolve(choice.Alternate, export, wrapper, depth - 1);
                break;
            case LogicalExpression choice when depth > 0:
                Resolve(choice.Left, export, wrapper, depth - 1);
                Resolve(choice.Right, export, wrapper, depth - 1);
                break;
            case SequenceExpression sequence when depth > 0:
                Resolve(sequence.Expressions[sequence.Expressions.Count - 1], export, wrapper, depth - 1);
                break;
            case CallExpression call when depth > 0:
                ResolveWrapped(call, export, wrapper, depth - 1);
                break;
            default:
                _mayExportAnother = true;
                break;
        }
    }

    private void ResolveVariable(Identifier name, Node export, CallExpression? wrapper, int depth)
    {
        if (_scopes.BindingOf(name) is not { } variable)
        {
            _mayExportAnother = true;
            return;
        }

        if (variable.Declaration is FunctionDeclaration function)
        {
            Resolve(function, export, wrapper, depth);
            return;
        }

        var values = AssignedValues(variable).ToList();
        foreach (var value in values)
        {
            Resolve(value, export, wrapper, depth);
        }

        _mayExportAnother |= values.Count == 0;
    }

    /// <summary>The body of an <c>async</c> function that a compiler has put into a variable.</summary>
    private IFunction? BodyOf(Identifier name) => _scopes.BindingOf(name) is { } variable
        ? AssignedValues(variable).OfType<CallExpression>().Select(_bodies.WrappedBy).FirstOrDefault(body => body is not null)
        : null;

    /// <summary>The values that a variable gets by its declaration and by plain assignments.</summary>
    private IEnumerable<Expression> AssignedValues(Binding variable)
    {
        if (variable.Declaration is VariableDeclarator { Id: Identifier, Init: { } initial })
        {
            yield return initial;
        }

        foreach (var reference in variable.References)
        {
            if (reference.IsWrite
                && _file.Nodes.ParentOf(reference.Identifier) is AssignmentExpression assignment
                && ReferenceEquals(assignment.Left, reference.Identifier))
            {
                yield return assignment.Right;
            }
        }
    }

    /// <summary>The handler in a call that wraps it: the last function among the arguments, those of the callee's own call included.</summary>
    private void ResolveWrapped(CallExpression call, Node export, CallExpression? wrapper, int depth)
    {
        if (call.Callee is MemberExpression { Property: Identifier { Name: "bind" } } bound)
        {
            Resolve(bound.Object, export, wrapper, depth);
            return;
        }

        for (var i = call.Arguments.Count - 1; i >= 0; i--)
        {
            if (IsFunction(call.Arguments[i], depth))
            {
                if (wrapper is null && new LocalWrappers(_file).HandlerMadeBy(call, i) is { } made)
                {
                    _found.Add(new Handler(made, export, wrapper: null));
                    return;
                }

                Resolve(call.Arguments[i], export, wrapper ?? call, depth);
                return;
            }
        }

        if (call.Callee is CallExpression inner && inner.Arguments.Any(argument => IsFunction(argument, depth)))
        {
            ResolveWrapped(inner, export, wrapper ?? call, depth);
            return;
        }

        _mayExportAnother = true;
    }

    private bool IsFunction(Node? value, int depth) => depth > 0 && value.Unchained() switch
    {
        IFunction => true,
        Identifier name => _scopes.BindingOf(name) is { } variable
            && (variable.Declaration is FunctionDeclaration || AssignedValues(variable).Any(assigned => IsFunction(assigned, depth - 1))),
        CallExpression call => call.Arguments.Any(argument => IsFunction(argument, depth - 1)),
        _ => false,
    };

    private bool IsExports(Node? node) => _scopes.IsFree(node, "exports") || IsModuleExports(node);

    private bool IsModuleExports(Node? node) =>
        node is MemberExpression member && _scopes.IsFree(member.Object, "module") && _constants.NameOf(member) == "exports";

    private static string? ExportedName(ExportSpecifier specifier) => specifier.Exported switch
    {
        Identifier name => name.Name,
        StringLiteral text => text.Value,
        _ => null,
    };
}
