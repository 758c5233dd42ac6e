using Ahoy.JavaScript.Scopes;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.JavaScript.Parsing;

/// <content>Imports of which TypeScript leaves nothing: those that only types use.</content>
internal sealed partial class Parser
{
    // The statements that import something by name.
    private HashSet<Statement>? _imports;

    private Program EraseUnusedImports(NodeList<Statement> body)
    {
        var program = new Program(0, _text.Length, body, _sourceType);
        if (_imports is null && _erasedNames is null)
        {
            return program;
        }

        var scopes = ScopeTree.Create(program);
        var list = _nodes.Mark;
        foreach (var statement in body)
        {
            _nodes.Add(EraseUnused(statement, scopes));
        }

        return new Program(0, _text.Length, _nodes.Take<Statement>(list), _sourceType);
    }

    private Statement EraseUnused(Statement statement, ScopeTree scopes)
    {
        switch (statement)
        {
            case ImportDeclaration import when _imports?.Contains(import) == true:
                return EraseUnused(import, scopes);
            case VariableDeclaration alias when _imports?.Contains(alias) == true && alias.Declarations[0].Id is Identifier name && !IsUsed(name, scopes):
                return new EmptyStatement(alias.Start, alias.End);
            case ExportNamedDeclaration { Source: null, Declaration: null, Specifiers.Count: > 0 } list when _erasedNames is not null:
                return EraseTypes(list, scopes);
            case ExportDefaultDeclaration { Declaration: Identifier name } when _erasedNames?.Contains(name.Name) == true && scopes.BindingOf(name) is null:
                return new EmptyStatement(statement.Start, statement.End);
            default:
                return statement;
        }
    }

    private Statement EraseUnused(ImportDeclaration import, ScopeTree scopes)
    {
        var list = _nodes.Mark;
        foreach (var specifier in import.Specifiers)
        {
            var local = specifier switch
            {
                ImportSpecifier named => named.Local,
                ImportDefaultSpecifier main => main.Local,
                ImportNamespaceSpecifier all => all.Local,
                _ => null,
            };
            if (local is null || IsUsed(local, scopes))
            {
                _nodes.Add(specifier);
            }
        }

        var used = _nodes.Take<Node>(list);
        return used.Count == 0 ? new EmptyStatement(import.Start, import.End)
            : used.Count == import.Specifiers.Count ? import
            : new ImportDeclaration(import.Start, import.End, used, import.Source, import.Attributes);
    }

    private ExportNamedDeclaration EraseTypes(ExportNamedDeclaration export, ScopeTree scopes)
    {
        var list = _nodes.Mark;
        foreach (var specifier in export.Specifiers)
        {
            if (specifier.Local is not Identifier name || scopes.BindingOf(name) is not null || !_erasedNames!.Contains(name.Name))
            {
                _nodes.Add(specifier);
            }
        }

        return new ExportNamedDeclaration(export.Start, export.End, null, _nodes.Take<ExportSpecifier>(list), null, export.Attributes);
    }

    private bool IsUsed(Identifier local, ScopeTree scopes)
    {
        if (local.IsMissing || _namesInDecorators?.Contains(local.Name) == true || scopes.BindingOf(local) is not { } binding)
        {
            return true;
        }

        foreach (var reference in binding.References)
        {
            if (!reference.IsDeclaration)
            {
                return true;
            }
        }

        return false;
    }
}
