
namespace Ahoy.Analysis.Fixes.Transformations;

/// <summary>Finds names for new variables.</summary>
internal static class FreeName
{
    /// <summary>The first of some names that the file does not use; the last one with a number, if it uses them all.</summary>
    public static string For(FixRequest request, params string[] candidates)
    {
        var used = new HashSet<string>(request.Scopes.References.Select(reference => reference.Identifier.Name), StringComparer.Ordinal);
        var last = candidates[candidates.Length - 1];
        return candidates
            .Concat(Enumerable.Range(2, used.Count + 1).Select(number => last + number))
            .First(name => !used.Contains(name));
    }
}
