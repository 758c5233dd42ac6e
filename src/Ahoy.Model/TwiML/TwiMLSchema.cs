namespace Ahoy.Model;

/// <summary>
/// The elements of TwiML, their attributes, and what may stand in them. The table, <c>verbs.txt</c>, is made from the types of npm <c>twilio</c> by
/// <c>generate.mjs</c>.
/// </summary>
public sealed class TwiMLSchema
{
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

    /// <summary>Whether an element may stand in another.</summary>
    public bool Allows(string parent, string child) => _elements.TryGetValue(parent, out var entry) && entry.Children.Contains(child);

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
                schema._elements[parts[1]] = new Entry(Set(parts[2]), Set(parts[4]));
            }
        }

        return schema;
    }

    private static HashSet<string> Set(string list) => list == "-" ? new(StringComparer.Ordinal) : new(list.Split(','), StringComparer.Ordinal);

    private sealed record Entry(HashSet<string> Attributes, HashSet<string> Children);
}
