using Ahoy.Analysis.Fixes;
using Ahoy.Analysis.Fixes.Transformations;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Rules.Language.Modules;

/// <summary>Writes the <c>import</c> statements of a file as calls of <c>require</c>.</summary>
internal sealed class ImportConverter
{
    private readonly FixRequest _request;
    private readonly EditList _edits;

    public ImportConverter(FixRequest request, EditList edits)
    {
        _request = request;
        _edits = edits;
    }

    /// <summary>Converts them all.</summary>
    /// <returns>Whether that could be done.</returns>
    public bool ConvertAll() => _request.File.Program.Body.OfType<ImportDeclaration>().All(Convert);

    private bool Convert(ImportDeclaration import)
    {
        if (import.Source is not StringLiteral source || HasForeignAttributes(import) || IsUsedBefore(import))
        {
            return false;
        }

        if (_request.File.Project.RequireSupportOf(PackageName.Of(source.Value)) != RequireSupport.Works)
        {
            return ConvertToDynamicImport(import, source);
        }

        if (import.Specifiers.Any(IsDefaultByName))
        {
            return ConvertNamedDefault(import, source);
        }

        var start = import.Specifiers.Count == 0 ? null : import.Specifiers[0];
        switch (start)
        {
            case null:
                _edits.Replace(import.Start, source.Start, "require(");
                break;
            case ImportSpecifier:
                ConvertNames(import);
                break;
            case var single when import.Specifiers.Count == 1:
                var local = LocalOf(single);
                _edits.Replace(import.Start, local.Start, "const ").Replace(local.End, source.Start, " = require(");
                break;
            default:
                return ConvertDefaultAndMore(import, source);
        }

        CloseCall(import, source);
        return true;
    }

    /// <summary><c>{ a, b as c }</c> keeps its lines and comments.</summary>
    private void ConvertNames(ImportDeclaration import)
    {
        _edits.Replace(import.Start, import.Start + "import".Length, "const");
        foreach (var specifier in import.Specifiers.OfType<ImportSpecifier>())
        {
            if (specifier.Imported.Start != specifier.Local.Start)
            {
                _edits.Replace(specifier.Imported.End, specifier.Local.Start, ": ");
            }
        }

        var close = _request.Text.LastIndexOf('}', import.Source.Start);
        _edits.Replace(close + 1, import.Source.Start, " = require(");
    }

    /// <summary><c>import { default as a } from 'x'</c>: the default of a CommonJS module is all that it exports.</summary>
    private bool ConvertNamedDefault(ImportDeclaration import, StringLiteral source)
    {
        var (layout, style) = (_request.Layout, _request.Style);
        if (import.Specifiers.Count > 1 || layout.HasComment(import.Start, import.End))
        {
            return false;
        }

        _edits.Replace(import.Start, import.End, $"const {LocalOf(import.Specifiers[0]).Name} = require({layout.TextOf(source)}){style.Semicolon}");
        return true;
    }

    private static bool IsDefaultByName(Node specifier) =>
        specifier is ImportSpecifier { Imported: Identifier { Name: "default" } or StringLiteral { Value: "default" } };

    /// <summary><c>import a, { b } from 'x'</c> takes two statements.</summary>
    private bool ConvertDefaultAndMore(ImportDeclaration import, StringLiteral source)
    {
        var (layout, style) = (_request.Layout, _request.Style);
        if (layout.HasComment(import.Start, import.End))
        {
            return false;
        }

        var whole = LocalOf(import.Specifiers[0]).Name;
        var rest = import.Specifiers[1] is ImportNamespaceSpecifier all
            ? all.Local.Name
            : $"{{ {string.Join(", ", import.Specifiers.OfType<ImportSpecifier>().Select(PatternOf))} }}";
        _edits.Replace(
            import.Start,
            import.End,
            $"const {whole} = require({layout.TextOf(source)}){style.Semicolon}{style.NewLine}const {rest} = {whole}{style.Semicolon}");
        return true;
    }

    /// <summary>What <c>require</c> can't load is imported where it is used.</summary>
    private bool ConvertToDynamicImport(ImportDeclaration import, StringLiteral source)
    {
        var names = import.Specifiers.Select(specifier => _request.Scopes.BindingOf(LocalOf(specifier))).ToList();
        if (names.Count == 0 || names.Exists(name => name is null) || _request.Layout.HasComment(import.Start, import.End))
        {
            return false;
        }

        var target = import.Specifiers[0] is ImportNamespaceSpecifier all
            ? all.Local.Name
            : $"{{ {string.Join(", ", import.Specifiers.Select(PatternOf))} }}";
        var statement = $"const {target} = await import({_request.Layout.TextOf(source)})";
        return !import.Specifiers.Skip(1).Any(specifier => specifier is ImportNamespaceSpecifier)
            && FunctionImports.Move(_request, import, names!, statement, _edits);
    }

    private void CloseCall(ImportDeclaration import, StringLiteral source)
    {
        var end = import.Attributes.Count == 0 ? source.End : _request.Text[import.End - 1] == ';' ? import.End - 1 : import.End;
        _edits.Replace(source.End, end, ")");
    }

    /// <summary><c>require</c> takes no attributes, but reads JSON without being told.</summary>
    private static bool HasForeignAttributes(ImportDeclaration import) =>
        import.Attributes.Any(attribute => attribute.Value is not StringLiteral { Value: "json" });

    /// <summary>Imports are there before anything else runs; what <c>require</c> gives is there from its line on.</summary>
    private bool IsUsedBefore(ImportDeclaration import) =>
        import.Specifiers
            .Select(specifier => _request.Scopes.BindingOf(LocalOf(specifier)))
            .Any(binding => binding?.References.Any(
                reference => reference.Identifier.Start < import.Start && reference.Scope.Function is null) == true);

    private static Identifier LocalOf(Node specifier) => specifier switch
    {
        ImportDefaultSpecifier whole => whole.Local,
        ImportNamespaceSpecifier all => all.Local,
        _ => ((ImportSpecifier)specifier).Local,
    };

    private string PatternOf(Node specifier) => specifier switch
    {
        ImportDefaultSpecifier whole => "default: " + whole.Local.Name,
        ImportSpecifier named when named.Imported.Start != named.Local.Start =>
            $"{_request.Layout.TextOf(named.Imported)}: {named.Local.Name}",
        _ => LocalOf(specifier).Name,
    };
}
