namespace Ahoy.JavaScript.Scopes;

/// <summary>The references of each binding, as slices of one array; a last slice has those without a binding.</summary>
internal sealed class ReferenceIndex
{
    private readonly int[] _ends;
    private readonly int[] _references;

    private ReferenceIndex(int[] ends, int[] references)
    {
        _ends = ends;
        _references = references;
    }

    public static ReferenceIndex Create(int bindingCount, ReferenceData[] references)
    {
        // Counts become starts, and starts become ends while the slices are filled.
        var ends = new int[bindingCount + 1];
        for (var i = 0; i < references.Length; i++)
        {
            ends[SliceOf(references[i].Binding, bindingCount)]++;
        }

        var start = 0;
        for (var i = 0; i < ends.Length; i++)
        {
            var count = ends[i];
            ends[i] = start;
            start += count;
        }

        var indices = new int[references.Length];
        for (var i = 0; i < references.Length; i++)
        {
            indices[ends[SliceOf(references[i].Binding, bindingCount)]++] = i;
        }

        return new ReferenceIndex(ends, indices);
    }

    public ReferenceList Of(ScopeTree tree, int binding)
    {
        var slice = SliceOf(binding, _ends.Length - 1);
        var start = slice == 0 ? 0 : _ends[slice - 1];
        return new ReferenceList(tree, _references, start, _ends[slice] - start);
    }

    private static int SliceOf(int binding, int bindingCount) => binding < 0 ? bindingCount : binding;
}
