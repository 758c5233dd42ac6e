namespace Ahoy.JavaScript.Scopes;

/// <summary>A name that a program uses without declaring it: a global, or what the runtime gives each file.</summary>
public sealed class FreeVariable
{
    private FreeVariable(string name, ReferenceList references)
    {
        Name = name;
        References = references;
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>Where it is used, in the order of the source.</summary>
    public ReferenceList References { get; }

    internal static IReadOnlyList<FreeVariable> Collect(ScopeTree tree)
    {
        var names = new List<string>();
        var groups = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < tree.ReferenceTable.Length; i++)
        {
            ref var reference = ref tree.ReferenceTable[i];
            if (reference.Binding >= 0)
            {
                continue;
            }

            if (!groups.TryGetValue(reference.Identifier.Name, out var group))
            {
                groups.Add(reference.Identifier.Name, group = []);
                names.Add(reference.Identifier.Name);
            }

            group.Add(i);
        }

        return names.ConvertAll(name =>
        {
            var indices = groups[name].ToArray();
            return new FreeVariable(name, new ReferenceList(tree, indices, 0, indices.Length));
        });
    }
}
