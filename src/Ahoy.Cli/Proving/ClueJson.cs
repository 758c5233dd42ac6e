using System.Text.Json;
using Ahoy.Analysis.Proving;

namespace Ahoy.Cli.Proving;

/// <summary>Writes what a Function's code says of its input, for the process that runs it.</summary>
internal static class ClueJson
{
    /// <summary>Writes <c>"clues": { … }</c>.</summary>
    public static void Write(Utf8JsonWriter json, Clues clues)
    {
        json.WriteStartObject("clues");
        json.WriteStartObject("names");
        foreach (var (name, clue) in clues.Names)
        {
            json.WriteStartObject(name);
            json.WriteStartArray("literals");
            foreach (var literal in clue.Literals)
            {
                switch (literal)
                {
                    case double number when double.IsFinite(number):
                        json.WriteNumberValue(number);
                        break;
                    case PatternClue pattern:
                        json.WriteStartObject();
                        json.WriteString("pattern", pattern.Pattern);
                        json.WriteEndObject();
                        break;
                    case bool truth:
                        json.WriteBooleanValue(truth);
                        break;
                    case string text:
                        json.WriteStringValue(text);
                        break;
                }
            }

            json.WriteEndArray();
            WriteNames(json, "members", clue.Members);
            json.WriteBoolean("field", clue.IsField);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        WriteNames(json, "event", clues.Event);
        WriteNames(json, "context", clues.Context);
        WriteNames(json, "headers", clues.Headers);
        WriteNames(json, "cookies", clues.Cookies);
        json.WriteEndObject();
    }

    private static void WriteNames(Utf8JsonWriter json, string name, IEnumerable<string> names)
    {
        json.WriteStartArray(name);
        foreach (var value in names)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}
