using System.Globalization;
using System.Text;

namespace Ahoy.Model;

/// <summary>
/// What findings of one file are known by, whatever else changes in it: the rule, the file, the text that is reported, and a number that
/// tells equal ones apart. Lines are no part of it, so that it stays when they move.
/// </summary>
public sealed class Fingerprints
{
    /// <summary>The version of how they are made, as logs name it.</summary>
    public const string Name = "ahoyFingerprint/v1";

    // 64 bits: a collision would have to be one of a rule in one file.
    private const int Length = 16;

    private readonly string _file;
    private readonly Dictionary<(string Rule, string Text), int> _seen = [];

    /// <summary>Begins with a file.</summary>
    /// <param name="file">The file, relative to the project, with forward slashes.</param>
    public Fingerprints(string file) => _file = file;

    /// <summary>The fingerprint of the next finding, in the order of the file.</summary>
    /// <param name="rule">The rule's id.</param>
    /// <param name="text">The text that it is known by.</param>
    public string Next(string rule, string text)
    {
        var normal = Normalize(text);
        _seen.TryGetValue((rule, normal), out var number);
        _seen[(rule, normal)] = number + 1;
        var all = string.Join("\n", rule, _file, normal, number.ToString(CultureInfo.InvariantCulture));
        return ContentHash.Of(Encoding.UTF8.GetBytes(all)).Substring(0, Length);
    }

    // Indentation and the kind of white space are the formatter's.
    private static string Normalize(string text)
    {
        var normal = new StringBuilder(text.Length);
        foreach (var character in text.Trim())
        {
            if (!char.IsWhiteSpace(character))
            {
                normal.Append(character);
            }
            else if (normal[normal.Length - 1] != ' ')
            {
                normal.Append(' ');
            }
        }

        return normal.ToString();
    }
}
