using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Ahoy.Integrity.Requests;

/// <summary>What a Function must get as its <c>event</c>, digested as <c>content.js</c> digests what it got.</summary>
internal static class CanonicalEvent
{
    /// <summary>The digest of an event: of a text, number, truth value, null, list or object.</summary>
    public static string Digest(object? value)
    {
        var text = new StringBuilder();
        Add(text, value);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var chunk in text.GetChunks())
        {
            hash.AppendData(MemoryMarshal.AsBytes(chunk.Span));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Add(StringBuilder text, object? value)
    {
        switch (value)
        {
            case null:
                text.Append('z');
                break;
            case string s:
                text.Append(CultureInfo.InvariantCulture, $"s{s.Length}:").Append(s);
                break;
            case int n:
                text.Append(CultureInfo.InvariantCulture, $"n{n};");
                break;
            case bool b:
                text.Append(b ? 't' : 'f');
                break;
            case List<object?> list:
                text.Append(CultureInfo.InvariantCulture, $"a{list.Count}:");
                list.ForEach(item => Add(text, item));
                break;
            case SortedDictionary<string, object?> values:
                text.Append(CultureInfo.InvariantCulture, $"o{values.Count}:");
                foreach (var (name, item) in values)
                {
                    Add(text, name);
                    Add(text, item);
                }

                break;
            default:
                throw new ArgumentException($"No event has a {value.GetType()}.", nameof(value));
        }
    }
}
