using System.Text.Json;
using System.Text.Json.Nodes;
using Spectre.Console;

namespace Ahoy.Cli.Output;

/// <summary>Writes a list: a table on a terminal, columns elsewhere, JSON for scripts.</summary>
internal static class ListWriter
{
    private static readonly JsonSerializerOptions s_indented = new() { WriteIndented = true };

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
        [.. items.Select(item => new JsonObject(columns.Select(c => KeyValuePair.Create<string, JsonNode?>(c.Name, c.Value(item)))))];

    /// <summary>Writes JSON.</summary>
    public static void WriteJson(JsonNode json, TextWriter output) => output.WriteLine(json.ToJsonString(s_indented));

    /// <summary>Writes a table.</summary>
    public static void WriteTable<T>(IReadOnlyList<T> items, IReadOnlyList<Column<T>> columns, TextWriter output, bool isTerminal)
    {
        if (!isTerminal)
        {
            WritePlain(items, columns, output);
            return;
        }

        var table = new Table().Border(TableBorder.Rounded);
        foreach (var column in columns)
        {
            table.AddColumn(new TableColumn(new Text(column.Name)).NoWrap());
        }

        foreach (var item in items)
        {
            table.AddRow(columns.Select(c => new Text(c.Value(item) ?? "")));
        }

        AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) }).Write(table);
    }

    // For grep and cut: no frame, and no line broken.
    private static void WritePlain<T>(IReadOnlyList<T> items, IReadOnlyList<Column<T>> columns, TextWriter output)
    {
        string[][] rows = [[.. columns.Select(c => c.Name)], .. items.Select(i => columns.Select(c => c.Value(i) ?? "").ToArray())];
        var widths = columns.Select((_, i) => rows.Max(r => r[i].Length)).ToArray();
        foreach (var row in rows)
        {
            output.WriteLine(string.Join("  ", row.Select((cell, i) => cell.PadRight(widths[i]))).TrimEnd());
        }
    }

    // The Serverless Toolkit takes both spellings.
    private static bool SameName(string name, string asked) =>
        name.Replace("_", "", StringComparison.Ordinal).Equals(asked.Replace("_", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
}
