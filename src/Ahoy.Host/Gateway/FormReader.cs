namespace Ahoy.Host.Gateway;

/// <summary>
/// Reads <c>name=value&amp;…</c> as queries and forms have it: a plus is a blank, escapes are UTF-8, a broken escape stands for
/// itself, bytes that are not UTF-8 become U+FFFD. Made for <c>foreach</c>, without allocating anything but the texts.
/// </summary>
internal ref struct FormReader(ReadOnlySpan<char> text)
{
    private ReadOnlySpan<char> _rest = text;

    public KeyValuePair<string, string> Current { get; private set; }

    public readonly FormReader GetEnumerator() => this;

    public bool MoveNext()
    {
        while (_rest.Length > 0)
        {
            var end = _rest.IndexOf('&');
            var pair = end < 0 ? _rest : _rest[..end];
            _rest = end < 0 ? default : _rest[(end + 1)..];
            if (pair.Length == 0)
            {
                continue;
            }

            var equals = pair.IndexOf('=');
            Current = equals < 0
                ? new(PercentEncoding.DecodeForm(pair), "")
                : new(PercentEncoding.DecodeForm(pair[..equals]), PercentEncoding.DecodeForm(pair[(equals + 1)..]));
            return true;
        }

        return false;
    }
}
