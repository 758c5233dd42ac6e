namespace Ahoy.Model;

/// <summary>
/// The elements of TwiML, their attributes, what may stand in them, and how the builder of npm <c>twilio</c> calls them. The table,
/// <c>verbs.txt</c>, is made from the types of that package by <c>generate.mjs</c>.
/// </summary>
public sealed class TwiMLSchema
{
    /// <summary>The element that all others stand in.</summary>
    public const string Root = "Response";

    private static readonly IReadOnlyDictionary<string, string> s_none = new Dictionary<string, string>();

    // The types call them texts.
    private static readonly TwiMLValues s_methods = TwiMLValues.Parse("GET/POST");

    private readonly Dictionary<string, Entry> _elements = new(StringComparer.Ordinal);

    private TwiMLSchema()
    {
    }

    /// <summary>The TwiML of calls.</summary>
    public static TwiMLSchema Voice { get; } = Load("voice");

    /// <summary>The TwiML of messages.</summary>
    public static TwiMLSchema Message { get; } = Load("message");

    /// <summary>The names of the elements.</summary>
    public IReadOnlyCollection<string> Elements => _elements.Keys;

    /// <summary>Whether there is an element of a name.</summary>
    public bool Has(string element) => _elements.ContainsKey(element);

    /// <summary>The attributes of an element.</summary>
    public IReadOnlyCollection<string> AttributesOf(string element) => _elements[element].Attributes;

    /// <summary>The elements that may stand in another; none where there is no such element.</summary>
    public IReadOnlyCollection<string> ChildrenOf(string element) => _elements.TryGetValue(element, out var entry) ? entry.Children : [];

    /// <summary>Whether an element may stand in another.</summary>
    public bool Allows(string parent, string child) => _elements.TryGetValue(parent, out var entry) && entry.Children.Contains(child);

    /// <summary>The methods of the builder's object for an element, each with the element that it adds.</summary>
    public IReadOnlyDictionary<string, string> MethodsOf(string element) => _elements.TryGetValue(element, out var entry) ? entry.Methods : s_none;

    /// <summary>What an attribute may be set to; null where that is any text.</summary>
    public TwiMLValues? ValuesOf(string element, string attribute) =>
        !_elements.TryGetValue(element, out var entry) || !entry.Attributes.Contains(attribute) ? null
        : entry.Values.TryGetValue(attribute, out var values) ? values
        : attribute == "method" || attribute.EndsWith("Method", StringComparison.Ordinal) ? s_methods
        : null;

    /// <summary>Reads the lines of one kind of TwiML.</summary>
    private static TwiMLSchema Load(string kind)
    {
        using var stream = typeof(TwiMLSchema).Assembly.GetManifestResourceStream("Ahoy.Model.TwiML.verbs.txt")!;
        using var reader = new StreamReader(stream);
        var schema = new TwiMLSchema();
        while (reader.ReadLine() is { } line)
        {
            var parts = line.Split(' ');
            if (parts[0] == kind)
            {
                var values = Pairs(parts[6]).ToDictionary(pair => pair.Key, pair => TwiMLValues.Parse(pair.Value), StringComparer.Ordinal);
                schema._elements[parts[1]] = new Entry(Set(parts[2]), Set(parts[4]), Pairs(parts[5]), values);
            }
        }

        return schema;
    }

    private static HashSet<string> Set(string list) => list == "-" ? new(StringComparer.Ordinal) : new(list.Split(','), StringComparer.Ordinal);

    private static Dictionary<string, string> Pairs(string list) => list == "-"
        ? new(StringComparer.Ordinal)
        : list.Split(',').Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

    private sealed record Entry(
        HashSet<string> Attributes, HashSet<string> Children, Dictionary<string, string> Methods, Dictionary<string, TwiMLValues> Values);
}
