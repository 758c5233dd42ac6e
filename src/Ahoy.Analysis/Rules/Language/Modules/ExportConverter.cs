using Ahoy.Analysis.Fixes;
using Ahoy.Analysis.Fixes.Transformations;
using Ahoy.JavaScript.Scopes;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Rules.Language.Modules;

/// <summary>Writes the <c>export</c> statements of a file as assignments to <c>exports</c>.</summary>
internal sealed class ExportConverter
{
    private const string HandlerName = "handler";
    private const string Default = "default";

    private readonly FixRequest _request;
    private readonly EditList _edits;
    private readonly string _defaultTarget;

    public ExportConverter(FixRequest request, EditList edits)
    {
        _request = request;
        _edits = edits;
        _defaultTarget = DefaultIsHandler() ? "exports." + HandlerName : "module.exports";
    }

    private IEnumerable<Statement> Statements =>
        _request.File.Program.Body.Where(statement => statement is ExportNamedDeclaration or ExportDefaultDeclaration or ExportAllDeclaration);

    /// <summary>Converts them all.</summary>
    /// <returns>Whether that could be done.</returns>
    public bool ConvertAll() => CanAssign() && Statements.All(Convert);

    private bool Convert(Statement statement) => statement switch
    {
        ExportAllDeclaration all => ConvertAllOf(all),
        ExportDefaultDeclaration whole => ConvertDefault(whole),
        ExportNamedDeclaration { Declaration: { } declaration } named => ConvertDeclaration(named, declaration),
        ExportNamedDeclaration { Source: not null } others => ConvertReexport(others),
        ExportNamedDeclaration own => ConvertList(own),
        _ => false,
    };

    /// <summary>An assignment to <c>module.exports</c> throws away what was exported by name, so only one way can be used.</summary>
    private bool CanAssign()
    {
        if (!Statements.Any())
        {
            return true;
        }

        var hasDefault = Statements.Any(statement => statement is ExportDefaultDeclaration || ExportsDefault(statement));
        var hasNames = Statements.Any(ExportsNames);
        var replaces = hasDefault && _defaultTarget == "module.exports";
        return !UsesFree("module") && !(replaces && (hasNames || UsesFree("exports")));
    }

    private bool UsesFree(string name) => _request.Scopes.FreeVariables.Any(variable => variable.Name == name);

    private static bool ExportsNames(Statement statement) => statement switch
    {
        ExportDefaultDeclaration => false,
        ExportNamedDeclaration { Declaration: null } list => list.Specifiers.Any(specifier => NameOf(specifier.Exported) != Default),
        _ => true,
    };

    private static bool ExportsDefault(Statement statement) =>
        statement is ExportNamedDeclaration named && named.Specifiers.Any(specifier => NameOf(specifier.Exported) == Default);

    /// <summary>What an endpoint exports as its default can only be meant as its handler.</summary>
    private bool DefaultIsHandler() =>
        _request.File.IsEndpoint
        && Statements.OfType<ExportDefaultDeclaration>().FirstOrDefault() is { Declaration: not ObjectExpression }
        && !Statements.OfType<ExportNamedDeclaration>().SelectMany(NamesOf).Contains(HandlerName)
        && !UsesFree("exports");

    private IEnumerable<string> NamesOf(ExportNamedDeclaration named) =>
        named.Declaration is { } declaration
            ? BindingsOf(declaration).Select(binding => binding.Name)
            : named.Specifiers.Select(specifier => NameOf(specifier.Exported));

    private List<Binding> BindingsOf(Statement declaration) =>
    [
        .. _request.Scopes.Root.Bindings.Where(
            binding => binding.Identifier is { } name && declaration.Start <= name.Start && name.End <= declaration.End),
    ];

    private bool ConvertAllOf(ExportAllDeclaration all)
    {
        var source = _request.Layout.TextOf(all.Source);
        var assignment = all.Exported is { } name
            ? $"{Target(NameOf(name))} = require({source})"
            : $"Object.assign(exports, require({source}))";
        return ReplaceStatement(all, [assignment]);
    }

    private bool ConvertDefault(ExportDefaultDeclaration whole)
    {
        var value = whole.Declaration;
        var name = (value as FunctionDeclaration)?.Id ?? (value as ClassDeclaration)?.Id;
        if (_request.Scopes.BindingOf(name) is { } binding
            && binding.References.Any(reference => !reference.IsDeclaration))
        {
            return binding.IsConstant && KeepDeclaration(whole, value, [$"{_defaultTarget} = {binding.Name}"]);
        }

        var (start, _) = value is Expression ? _request.Layout.WithParentheses(value) : (value.Start, value.End);
        return AssignInPlace(whole, start, value, _defaultTarget);
    }

    private bool ConvertDeclaration(ExportNamedDeclaration named, Statement declaration)
    {
        var bindings = BindingsOf(declaration);
        if (bindings.Exists(binding => !binding.IsConstant))
        {
            // Importers see each new value of an exported variable; an assignment hands over one.
            return false;
        }

        if (bindings.Count == 1 && !bindings[0].References.Any(reference => !reference.IsDeclaration))
        {
            var target = Target(bindings[0].Name);
            switch (declaration)
            {
                case VariableDeclaration { Declarations: { Count: 1 } single } when single[0] is { Id: Identifier, Init: { } value }
                    && !_request.Layout.HasComment(named.Start, value.Start):
                    return Replace(named.Start, _request.Layout.WithParentheses(value).Start, target + " = ");
                case FunctionDeclaration:
                    return AssignInPlace(named, declaration.Start, declaration, target);
            }
        }

        return KeepDeclaration(named, declaration, bindings.Select(binding => $"{Target(binding.Name)} = {binding.Name}"));
    }

    private bool ConvertReexport(ExportNamedDeclaration others)
    {
        var source = $"require({_request.Layout.TextOf(others.Source!)})";
        var assignments = others.Specifiers
            .Select(specifier => $"{Target(NameOf(specifier.Exported))} = {Member(source, NameOf(specifier.Local))}")
            .DefaultIfEmpty(source);
        return ReplaceStatement(others, assignments);
    }

    private bool ConvertList(ExportNamedDeclaration own)
    {
        var assignments = new List<string>();
        var isReady = true;
        foreach (var specifier in own.Specifiers)
        {
            if (_request.Scopes.BindingOf(specifier.Local) is not { IsConstant: true } binding)
            {
                return false;
            }

            assignments.Add($"{Target(NameOf(specifier.Exported))} = {binding.Name}");
            isReady &= binding.Kind == BindingKind.Function || binding.Declaration.End <= own.Start;
        }

        if (isReady && assignments.Count > 0)
        {
            return ReplaceStatement(own, assignments);
        }

        // What is declared below has its value only at the end of the file.
        var (layout, style) = (_request.Layout, _request.Style);
        if (layout.HasComment(own.Start, own.End))
        {
            return false;
        }

        Removal.Remove(_request, own.Start, own.End, _edits);
        var end = _request.File.Program.Body[_request.File.Program.Body.Count - 1].End;
        _edits.Insert(end, string.Concat(assignments.Select(assignment => style.NewLine + assignment + ";")));
        return true;
    }

    /// <summary><c>export function f() { }</c> becomes <c>exports.f = function f() { };</c>.</summary>
    private bool AssignInPlace(Statement statement, int valueStart, Node value, string target)
    {
        if (_request.Layout.HasComment(statement.Start, valueStart))
        {
            return false;
        }

        _edits.Replace(statement.Start, valueStart, target + " = ");
        if (value is FunctionDeclaration or ClassDeclaration)
        {
            _edits.Insert(value.End, Terminator(value.End));
        }

        return true;
    }

    private bool KeepDeclaration(Statement statement, Node declaration, IEnumerable<string> assignments)
    {
        var newLine = _request.Style.NewLine;
        _edits.Delete(statement.Start, declaration.Start);
        _edits.Insert(statement.End, string.Concat(assignments.Select(assignment => newLine + assignment + Terminator(statement.End))));
        return !_request.Layout.HasComment(statement.Start, declaration.Start);
    }

    private bool ReplaceStatement(Statement statement, IEnumerable<string> assignments)
    {
        var terminator = Terminator(statement.End);
        _edits.Replace(
            statement.Start,
            statement.End,
            string.Join(_request.Style.NewLine, assignments.Select(assignment => assignment + terminator)));
        return !_request.Layout.HasComment(statement.Start, statement.End);
    }

    private bool Replace(int start, int end, string text)
    {
        _edits.Replace(start, end, text);
        return true;
    }

    /// <summary>A semicolon where the author writes them, or where the next line would otherwise go on with the statement.</summary>
    private string Terminator(int end)
    {
        var next = _request.Layout.SkipForward(end);
        var goesOn = next < _request.Text.Length && "([`/+-".IndexOf(_request.Text[next]) >= 0;
        return goesOn ? ";" : _request.Style.Semicolon;
    }

    private string Target(string name) => name == Default ? _defaultTarget : Member("exports", name);

    private string Member(string owner, string name) =>
        owner.StartsWith("require(", StringComparison.Ordinal) && name == Default ? owner
        : IsName(name) ? $"{owner}.{name}"
        : $"{owner}[{_request.Style.Quoted(name)}]";

    private static bool IsName(string name) =>
        name.Length > 0 && !char.IsDigit(name[0]) && name.All(c => char.IsLetterOrDigit(c) || c is '_' or '$');

    private static string NameOf(Node name) => name is StringLiteral text ? text.Value : ((Identifier)name).Name;
}
