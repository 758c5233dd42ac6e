using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ahoy.Host.Commands;

namespace Ahoy.Cli.Output;

/// <summary>Writes a list: a table on a terminal, columns elsewhere, JSON for scripts.</summary>
internal static class ListWriter
{
    private static readonly JsonSerializerOptions s_indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Selects the columns that a user asked for.</summary>
    /// <param name="all">The columns that there are.</param>
    /// <param name="properties">Names with commas between them; null for the default ones.</param>
    /// <param name="extended">Whether all columns are wanted.</param>
    /// <exception cref="UserErrorException">There is no such column.</exception>
    public static IReadOnlyList<Column<T>> Select<T>(IReadOnlyList<Column<T>> all, string? properties, bool extended)
    {
        if (string.IsNullOrWhiteSpace(properties))
        {
            return [.. all.Where(c => c.IsDefault || (extended && !c.IsSecret))];
        }

        return
        [
            .. properties.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(name =>
                all.FirstOrDefault(c => SameName(c.Name, name))
                ?? throw new UserErrorException($"--properties: there is no property '{name}'. There are {string.Join(", ", all.Select(c => c.Name))}.")),
        ];
    }

    /// <summary>The list as JSON.</summary>
    public static JsonArray ToJson<T>(IEnumerable<T> items, IReadOnlyList<Column<T>> columns) =>
        [.. items.Select(JsonNode (item) => new JsonObject(columns.Select(c => KeyValuePair.Create<string, JsonNode?>(c.Name, c.Value(item)))))];

    /// <summary>Writes JSON.</summary>
    public static void WriteJson(JsonNode json, TextWriter output) => output.WriteLine(json.ToJsonString(s_indented));

    /// <summary>Writes a table.</summary>
    /// <param name="items">What is listed.</param>
    /// <param name="columns">The columns.</param>
    /// <param name="output">Where to.</param>
    /// <param name="terminalWidth">How wide the terminal is; null where it is none.</param>
    public static void WriteTable<T>(IReadOnlyList<T> items, IReadOnlyList<Column<T>> columns, TextWriter output, int? terminalWidth) =>
        TextTable.Write([.. columns.Select(c => c.Name)], items.Select(item => columns.Select(c => c.Value(item) ?? "").ToArray()), output, terminalWidth);

    // The Serverless Toolkit takes both spellings.
    private static bool SameName(string name, string asked) =>
        name.Replace("_", "", StringComparison.Ordinal).Equals(asked.Replace("_", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
}
