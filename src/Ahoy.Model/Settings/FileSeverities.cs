namespace Ahoy.Model;

/// <summary>What the settings say about the severity of problems in one file.</summary>
public sealed class FileSeverities
{
    private readonly IReadOnlyDictionary<string, Severity> _byId;
    private readonly IReadOnlyDictionary<string, Severity> _byCategory;
    private readonly Severity? _forAll;

    internal FileSeverities(
        IReadOnlyDictionary<string, Severity> byId,
        IReadOnlyDictionary<string, Severity> byCategory,
        Severity? forAll)
    {
        _byId = byId;
        _byCategory = byCategory;
        _forAll = forAll;
    }

    /// <summary>Nothing is set.</summary>
    public static FileSeverities Default { get; } = new(
        new Dictionary<string, Severity>(), new Dictionary<string, Severity>(), forAll: null);

    /// <summary>What is set for a kind of problem, the most special setting first; null where nothing is.</summary>
    /// <param name="id">Its id: <c>AHOY1002</c>.</param>
    /// <param name="category">The category that the compiler knows it by; null where it has none.</param>
    public Severity? Of(string id, string? category = null)
    {
        if (_byId.TryGetValue(id, out var severity) || (category is not null && _byCategory.TryGetValue(category, out severity)))
        {
            return severity;
        }

        return _forAll;
    }

    /// <summary>The same, but for some ids.</summary>
    public FileSeverities With(IReadOnlyDictionary<string, Severity> ids)
    {
        var merged = new Dictionary<string, Severity>(StringComparer.OrdinalIgnoreCase);
        foreach (var pair in _byId.Concat(ids))
        {
            merged[pair.Key] = pair.Value;
        }

        return new FileSeverities(merged, _byCategory, _forAll);
    }
}
