using System.Security.Cryptography;
using System.Text;

namespace Ahoy.Simulator.Rest.Security;

/// <summary>Who may ask: the account with its token, or a key that was made through the API.</summary>
internal sealed class Credentials(string accountSid, string authToken)
{
    private const string Scheme = "Basic ";

    private readonly Dictionary<string, string> _keys = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private IReadOnlyList<string> _secrets = [authToken];

    public string AccountSid => accountSid;

    /// <summary>All that may stand in no log: the token, and the keys' secrets. A new list for each change.</summary>
    public IReadOnlyList<string> Secrets => Volatile.Read(ref _secrets);

    public void AddKey(string sid, string secret)
    {
        lock (_gate)
        {
            _keys[sid] = secret;
            List_NeedsLock();
        }
    }

    public void RemoveKey(string sid)
    {
        lock (_gate)
        {
            _keys.Remove(sid);
            List_NeedsLock();
        }
    }

    /// <summary>Forgets all keys.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _keys.Clear();
            List_NeedsLock();
        }
    }

    /// <summary>Whether an Authorization header's value is right.</summary>
    public bool Accept(string? authorization)
    {
        if (authorization is null || !authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        Span<byte> bytes = stackalloc byte[512];
        if (!Convert.TryFromBase64Chars(authorization.AsSpan(Scheme.Length).Trim(), bytes, out var length))
        {
            return false;
        }

        var pair = Encoding.UTF8.GetString(bytes[..length]);
        var colon = pair.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && Secret(pair[..colon]) is { } secret && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(pair[(colon + 1)..]));
    }

    private void List_NeedsLock() => Volatile.Write(ref _secrets, [authToken, .. _keys.Values]);

    private string? Secret(string name)
    {
        if (name == accountSid)
        {
            return authToken;
        }

        lock (_gate)
        {
            return _keys.GetValueOrDefault(name);
        }
    }
}
