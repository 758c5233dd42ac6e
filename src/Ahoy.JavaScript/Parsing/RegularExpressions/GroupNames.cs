namespace Ahoy.JavaScript.Parsing.RegularExpressions;

/// <summary>
/// The names of the capturing groups read so far. A name may be given twice only where no match can set both groups: in
/// different alternatives of one disjunction. So the names of an alternative are out of sight while its siblings are read.
/// </summary>
internal struct GroupNames
{
    private List<(string Name, bool Hidden)>? _names;

    public readonly int Count => _names?.Count ?? 0;

    /// <summary>Adds a name; false when one that could take part in the same match has it already.</summary>
    public bool TryAdd(string name)
    {
        _names ??= [];
        foreach (var (other, hidden) in _names)
        {
            if (!hidden && other == name)
            {
                return false;
            }
        }

        _names.Add((name, false));
        return true;
    }

    public readonly bool Contains(string name)
    {
        for (var i = 0; i < Count; i++)
        {
            if (_names![i].Name == name)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>An alternative of the disjunction that began when there were <paramref name="first"/> names ends, and another follows.</summary>
    public readonly void HideFrom(int first) => SetHidden(first, true);

    /// <summary>The disjunction that began when there were <paramref name="first"/> names ends.</summary>
    public readonly void ShowFrom(int first) => SetHidden(first, false);

    private readonly void SetHidden(int first, bool hidden)
    {
        for (var i = first; i < Count; i++)
        {
            _names![i] = (_names[i].Name, hidden);
        }
    }
}
