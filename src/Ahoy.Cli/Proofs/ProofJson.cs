using System.Text.Json;

namespace Ahoy.Cli.Proofs;

/// <summary>How proofs are written as JSON.</summary>
internal static class ProofJson
{
    /// <summary>Writes <c>"proof": { … }</c>.</summary>
    public static void Write(Utf8JsonWriter json, Proof proof)
    {
        json.WriteStartObject("proof");
        json.WriteString("verdict", proof.Verdict switch { ProofVerdict.Proved => "proved", ProofVerdict.Refuted => "refuted", _ => "open" });
        if (proof.Reason is { } reason)
        {
            json.WriteString("reason", reason);
        }

        if (proof.Run is { } run)
        {
            Write(json, run);
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ProofRun run)
    {
        json.WriteString("seen", run.Kind);
        json.WriteString("message", run.ToString());
        json.WriteStartObject("request");
        json.WriteString("method", run.Method);
        json.WriteString("path", run.Path);
        WriteValues(json, "event", run.Event);
        WriteNames(json, "missing", run.Missing);
        WriteValues(json, "headers", run.Headers);
        WriteValues(json, "cookies", run.Cookies);
        json.WriteEndObject();
        WriteValues(json, "variables", run.Variables);
        WriteNames(json, "missingVariables", run.MissingVariables);
        if (run.At is { } at)
        {
            json.WriteString("at", at);
        }

        json.WriteStartArray("answers");
        foreach (var call in run.Calls)
        {
            json.WriteStartObject();
            json.WriteString("method", call.Method);
            json.WriteString("url", call.Url);
            json.WriteString("answer", call.Answer);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (run.Fields.Count > 0)
        {
            WriteValues(json, "fields", run.Fields);
        }

        if (run.Count is { } count)
        {
            json.WriteNumber("count", count);
        }
    }

    private static void WriteValues(Utf8JsonWriter json, string name, IReadOnlyDictionary<string, JsonElement> values)
    {
        json.WriteStartObject(name);
        foreach (var (key, value) in values)
        {
            json.WritePropertyName(key);
            value.WriteTo(json);
        }

        json.WriteEndObject();
    }

    private static void WriteNames(Utf8JsonWriter json, string name, IReadOnlyList<string> names)
    {
        json.WriteStartArray(name);
        foreach (var value in names)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}
