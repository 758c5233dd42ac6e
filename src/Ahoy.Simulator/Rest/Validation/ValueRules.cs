using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using Ahoy.Simulator.Rest.Documents;

namespace Ahoy.Simulator.Rest.Validation;

/// <summary>What a document asks of one value that was sent as text.</summary>
internal static class ValueRules
{
    private const string SidTail = "[0-9a-fA-F]{32}$";

    private static readonly ConcurrentDictionary<string, Regex> s_patterns = new(StringComparer.Ordinal);

    /// <summary>What is wrong with a value, for a message; null where nothing is.</summary>
    internal static string? Check(ApiSchema schema, string value)
    {
        switch (schema.Type)
        {
            case ApiType.Integer:
                return !long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? $"'{value}' is not an integer" : CheckRange(schema, whole);
            case ApiType.Number:
                return !decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? $"'{value}' is not a number" : CheckRange(schema, number);
            case ApiType.Boolean:
                return bool.TryParse(value, out _) ? null : $"'{value}' is neither true nor false";
            case ApiType.Array:
                return schema.Items is { } items ? Check(items, value) : null;
            case ApiType.String:
                return CheckText(schema, value);
            default:
                return null;
        }
    }

    internal static bool Matches(string pattern, string value)
    {
        if (pattern.Length == 3 + SidTail.Length && pattern[0] == '^' && pattern.EndsWith(SidTail, StringComparison.Ordinal))
        {
            return value.Length == 34 && value[0] == pattern[1] && value[1] == pattern[2] && value.AsSpan(2).IndexOfAnyExcept(System.Buffers.SearchValues.Create("0123456789abcdefABCDEF")) < 0;
        }

        if (pattern.Length == 8 + SidTail.Length && pattern.StartsWith("^(", StringComparison.Ordinal) && pattern[4] == '|' && pattern[7] == ')' && pattern.EndsWith(SidTail, StringComparison.Ordinal))
        {
            return Matches($"^{pattern[2..4]}{SidTail}", value) || Matches($"^{pattern[5..7]}{SidTail}", value);
        }

        return s_patterns.GetOrAdd(pattern, text => new Regex(text, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1))).IsMatch(value);
    }

    /// <summary>The allowed value that is meant, in the document's spelling; null where none is.</summary>
    internal static string? FindEnum(ApiSchema schema, string value)
    {
        foreach (var allowed in schema.Enum)
        {
            if (allowed.Equals(value, StringComparison.OrdinalIgnoreCase))
            {
                return allowed;
            }
        }

        return null;
    }

    private static string? CheckText(ApiSchema schema, string value)
    {
        if (schema.Enum.Length > 0 && FindEnum(schema, value) is null)
        {
            return $"'{value}' is not one of {string.Join(", ", schema.Enum)}";
        }

        if (schema.Pattern is { } pattern && !Matches(pattern, value))
        {
            return $"'{value}' does not match {pattern}";
        }

        if (value.Length < schema.MinLength || value.Length > schema.MaxLength)
        {
            return value.Length < schema.MinLength ? $"it has to have at least {schema.MinLength} characters" : $"it can have at most {schema.MaxLength} characters";
        }

        return CheckFormat(schema.Format, value) ? null : $"'{value}' is not a valid {schema.Format}";
    }

    private static bool CheckFormat(string? format, string value)
    {
        return format switch
        {
            "uri" => Uri.TryCreate(value, UriKind.Absolute, out _),
            "date-time" or "date-time-rfc-2822" or "date" => DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _),
            "http-method" => value.ToUpperInvariant() is "GET" or "POST" or "PUT" or "DELETE" or "PATCH" or "HEAD",
            "iso-country-code" => value.Length == 2 && char.IsAsciiLetter(value[0]) && char.IsAsciiLetter(value[1]),
            _ => true,
        };
    }

    private static string? CheckRange(ApiSchema schema, decimal value)
    {
        return value < schema.Minimum ? $"{value.ToString(CultureInfo.InvariantCulture)} is less than {schema.Minimum.Value.ToString(CultureInfo.InvariantCulture)}"
            : value > schema.Maximum ? $"{value.ToString(CultureInfo.InvariantCulture)} is more than {schema.Maximum.Value.ToString(CultureInfo.InvariantCulture)}"
            : null;
    }
}
