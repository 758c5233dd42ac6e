using Ahoy.JavaScript.Scopes;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Fixes.Transformations;

/// <summary>
/// Moves what a file loads at its top into the functions that use it: only there can an <c>await</c> stand. Node loads a module
/// once, however often it is imported.
/// </summary>
internal static class FunctionImports
{
    /// <summary>Moves a statement at the top of the file.</summary>
    /// <param name="request">The file.</param>
    /// <param name="statement">The statement at the top.</param>
    /// <param name="names">The variables that it declares.</param>
    /// <param name="replacement">The statement that does the same inside of a function, without a semicolon.</param>
    /// <param name="edits">Takes the edits.</param>
    /// <returns>Whether all uses are in functions that can wait.</returns>
    public static bool Move(FixRequest request, Statement statement, IReadOnlyList<Binding> names, string replacement, EditList edits)
    {
        var uses = names.SelectMany(name => name.References).Where(reference => !reference.IsDeclaration).ToList();
        if (uses.Count == 0 || uses.Exists(use => use.IsWrite))
        {
            return false;
        }

        foreach (var function in uses.GroupBy(use => OutermostFunction(request, use.Identifier)))
        {
            if (function.Key is not { Body: BlockStatement body } owner
                || function.Any(use => use.Identifier.Start < body.Start)
                || !AsyncFunctions.MakeAsync(request, owner, edits))
            {
                return false;
            }

            BlockEditor.Prepend(request, Place(body, function), replacement, edits);
        }

        Removal.Remove(request, statement.Start, statement.End, edits);
        return true;
    }

    private static IFunction? OutermostFunction(FixRequest request, Node node) =>
        request.Nodes.AncestorsOf(node).OfType<IFunction>().LastOrDefault();

    /// <summary>Where a <c>try</c> holds all that uses it, it is to catch a failing import too.</summary>
    private static BlockStatement Place(BlockStatement body, IEnumerable<Reference> uses)
    {
        var statements = body.Body.Where(statement => statement is not Directive).ToList();
        return statements.Count == 1
            && statements[0] is TryStatement { Handler: not null, Block: var attempt }
            && uses.All(use => attempt.Start <= use.Identifier.Start && use.Identifier.End <= attempt.End)
            ? attempt
            : body;
    }
}
