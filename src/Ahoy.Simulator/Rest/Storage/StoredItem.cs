using System.Text.Json.Nodes;

namespace Ahoy.Simulator.Rest.Storage;

/// <summary>A resource that was made through the API.</summary>
internal sealed class StoredItem
{
    /// <summary>What it is found by: its SID, or what is unique in its collection (an item's index or key).</summary>
    public required string Key { get; init; }

    /// <summary>The name by which it is found too, or null. Its collection sets it.</summary>
    public string? UniqueName { get; set; }

    /// <summary>Its properties, as the answer has them.</summary>
    public required JsonObject Values { get; init; }

    /// <summary>What no answer has: a key's secret, a verification's code.</summary>
    public Dictionary<string, string> Hidden { get; } = [];

    /// <summary>How often it was changed.</summary>
    public int Revision { get; set; }

    /// <summary>From when on it is gone; null where it stays.</summary>
    public DateTimeOffset? Expires { get; set; }

    public string? Text(string property)
    {
        return Values[property]?.ToString();
    }
}
