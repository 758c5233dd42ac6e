namespace Ahoy.Model;

/// <summary>Lays the sections that are about one file over each other.</summary>
internal sealed class SeverityCollector
{
    private readonly Dictionary<string, Severity> _ids = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Severity> _categories = new(StringComparer.OrdinalIgnoreCase);
    private Severity? _forAll;

    /// <summary>Adds a section, which counts for more than those before it.</summary>
    public void Add(SettingsSection section)
    {
        Add(section.Ids, _ids);
        Add(section.Categories, _categories);
        _forAll = section.ForAll ?? _forAll;
    }

    public FileSeverities ToFileSeverities() => new(_ids, _categories, _forAll);

    private static void Add(Dictionary<string, Severity?> from, Dictionary<string, Severity> to)
    {
        foreach (var pair in from)
        {
            if (pair.Value is { } severity)
            {
                to[pair.Key] = severity;
            }
            else
            {
                to.Remove(pair.Key);
            }
        }
    }
}
