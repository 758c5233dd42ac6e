namespace Ahoy.Host.Gateway;

/// <summary>Reads the cookies of a <c>Cookie</c> header, in their order. Made for <c>foreach</c>.</summary>
internal ref struct CookieReader(ReadOnlySpan<char> header)
{
    private ReadOnlySpan<char> _rest = header;

    public Cookie Current { get; private set; }

    public readonly CookieReader GetEnumerator() => this;

    public bool MoveNext()
    {
        while (_rest.Length > 0)
        {
            var end = _rest.IndexOf(';');
            var pair = (end < 0 ? _rest : _rest[..end]).Trim();
            _rest = end < 0 ? default : _rest[(end + 1)..];
            var equals = pair.IndexOf('=');
            if (equals > 0)
            {
                Current = new Cookie(pair[..equals].TrimEnd(), Read(pair[(equals + 1)..].TrimStart()));
                return true;
            }
        }

        return false;
    }

    // As browsers' scripts write values: escaped where they hold more than a cookie can.
    private static ReadOnlySpan<char> Read(ReadOnlySpan<char> value)
    {
        var text = value is ['"', .. var inner, '"'] ? inner : value;
        return text.Contains('%') && PercentEncoding.Decode(text) is { } decoded ? decoded : text;
    }

    internal readonly ref struct Cookie(ReadOnlySpan<char> name, ReadOnlySpan<char> value)
    {
        public ReadOnlySpan<char> Name { get; } = name;

        public ReadOnlySpan<char> Value { get; } = value;
    }
}
