namespace Ahoy.Host.Logs;

/// <summary>The SID of a request (<c>RQ</c> and 32 hexadecimal digits), made when something has to name the request.</summary>
internal sealed class RequestSid
{
    private string? _value;

    // The log and the response may ask at once: both get the same.
    public string Value => _value ?? Interlocked.CompareExchange(ref _value, Create(), null) ?? _value;

    public override string ToString() => Value;

    // Names, not secrets: the fast generator will do.
    private static string Create()
    {
        Span<byte> bytes = stackalloc byte[16];
        Random.Shared.NextBytes(bytes);
        return "RQ" + Convert.ToHexStringLower(bytes);
    }
}
