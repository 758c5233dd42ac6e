using System.Globalization;
using System.Text;

namespace Ahoy.Simulator.Rest.Requests;

/// <summary>The parameters of a request's form and query, decoded. A name may be there more than once; the form's come first.</summary>
internal sealed class RestParameters
{
    private readonly List<KeyValuePair<string, string>> _pairs = [];

    public IReadOnlyList<KeyValuePair<string, string>> All => _pairs;

    /// <summary>The first value of a name, or null where it is left out.</summary>
    public string? this[string name]
    {
        get
        {
            foreach (var (key, value) in _pairs)
            {
                if (key == name)
                {
                    return value;
                }
            }

            return null;
        }
    }

    public IEnumerable<string> Values(string name)
    {
        return _pairs.Where(pair => pair.Key == name).Select(pair => pair.Value);
    }

    /// <summary>A whole number; null where it is left out or none.</summary>
    public int? Int(string name)
    {
        return int.TryParse(this[name], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;
    }

    public bool? Bool(string name)
    {
        return bool.TryParse(this[name], out var value) ? value : null;
    }

    /// <summary>Adds what `a=b&amp;c=d` says.</summary>
    internal void Add(ReadOnlySpan<char> encoded)
    {
        foreach (var range in encoded.Split('&'))
        {
            var pair = encoded[range];
            if (pair.Length > 0)
            {
                var equals = pair.IndexOf('=');
                _pairs.Add(new(Decode(equals < 0 ? pair : pair[..equals]), equals < 0 ? "" : Decode(pair[(equals + 1)..])));
            }
        }
    }

    internal void AddForm(ReadOnlySpan<byte> body)
    {
        Add(Encoding.UTF8.GetString(body));
    }

    private static string Decode(ReadOnlySpan<char> text)
    {
        return text.ContainsAny('+', '%') ? Uri.UnescapeDataString(text.ToString().Replace('+', ' ')) : text.ToString();
    }
}
